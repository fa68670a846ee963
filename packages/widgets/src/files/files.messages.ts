/** The English texts of files a shopper sends: photos and PDFs. */
export const english = {
  'files.photos_hint':
    '{n, plural, one {One photo or PDF. Place and camera data are removed.} other {Up to # photos or PDFs. Place and camera data are removed.}}',
  'files.add': 'Add file',
  'files.add.of': 'Add photos or PDFs: {title}',
  'files.most': '{n, plural, one {Only # file fits here.} other {Only # files fit here.}}',
  'files.count': '{n, plural, one {# file} other {# files}}',
  'file.n': 'File {n}',
  'file.preparing': 'Preparing…',
  'file.sending': 'Sending…',
  'file.progress': '{percent} % sent',
  'file.kept': 'Added',
  'file.remove': 'Remove',
  'file.remove.of': 'Remove file {n}: {title}',
  'file.retry.of': 'Try again: file {n}',
  'file.open': 'File {n}',
  'file.problem.heic':
    'Your browser cannot read HEIC. Choose it from the photo library instead of from files, or save it as JPEG first.',
  'file.problem.empty': 'This file is empty.',
  'file.problem.not_a_photo': 'This is neither a picture nor a PDF. Please choose another.',
  'file.problem.not_readable': 'This file cannot be read. Please choose a picture or a PDF.',
  'file.problem.too_large': 'This file is too large. Please choose one below 10 MB.',
  'file.problem.upload_type': 'The store takes JPEG, PNG and WebP pictures and PDFs only.',
  'file.problem.upload_damaged': 'This file is damaged. Please choose another.',
  'file.problem.upload_limit': 'There are too many files with this order already.',
  'file.problem.unreachable': 'Not sent: no connection.',
  'file.problem.offline': 'Not sent: you are offline.',
  'file.problem.other': 'Not sent. Please try again.',
} as const;

/** The texts of files in one language. */
export type FilesMessages = Readonly<Record<keyof typeof english, string>>;
