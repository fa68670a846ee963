import type { CatalogueOf } from '../catalogue.ts';

/** The Arabic texts of files a shopper sends. */
export const catalogue: CatalogueOf<'files'> = {
  language: 'ar',
  direction: 'rtl',
  files: {
    'files.photos_hint':
      '{n, plural, zero {لا ملفات} one {صورة واحدة أو ملف PDF واحد. نحذف بيانات المكان والكاميرا.} two {حتى ملفين من الصور أو PDF. نحذف بيانات المكان والكاميرا.} few {حتى # ملفات من الصور أو PDF. نحذف بيانات المكان والكاميرا.} many {حتى # ملفًا من الصور أو PDF. نحذف بيانات المكان والكاميرا.} other {حتى # ملف من الصور أو PDF. نحذف بيانات المكان والكاميرا.}}',
    'files.add': 'إضافة ملف',
    'files.add.of': 'إضافة صور أو ملفات PDF: {title}',
    'files.most':
      '{n, plural, zero {لا مكان هنا لملفات.} one {لا مكان هنا إلا لملف واحد.} two {لا مكان هنا إلا لملفين.} few {لا مكان هنا إلا لـ # ملفات.} many {لا مكان هنا إلا لـ # ملفًا.} other {لا مكان هنا إلا لـ # ملف.}}',
    'files.count':
      '{n, plural, zero {لا ملفات} one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}',
    'file.n': 'الملف {n}',
    'file.preparing': 'جارٍ التجهيز…',
    'file.sending': 'جارٍ الإرسال…',
    'file.progress': 'أُرسل {percent} %',
    'file.kept': 'أُضيف',
    'file.remove': 'إزالة',
    'file.remove.of': 'إزالة الملف {n}: {title}',
    'file.retry.of': 'حاول مرة أخرى: الملف {n}',
    'file.open': 'الملف {n}',
    'file.problem.heic':
      'متصفحك لا يستطيع قراءة HEIC. اختر الصورة من مكتبة الصور بدلًا من الملفات، أو احفظها بصيغة JPEG أولًا.',
    'file.problem.empty': 'هذا الملف فارغ.',
    'file.problem.not_a_photo': 'هذا ليس صورة ولا ملف PDF. يُرجى اختيار غيره.',
    'file.problem.not_readable': 'تعذّرت قراءة هذا الملف. يُرجى اختيار صورة أو ملف PDF.',
    'file.problem.too_large': 'هذا الملف كبير جدًا. يُرجى اختيار ملف أصغر من 10 ميغابايت.',
    'file.problem.upload_type': 'يقبل المتجر صور JPEG وPNG وWebP وملفات PDF فقط.',
    'file.problem.upload_damaged': 'هذا الملف تالف. يُرجى اختيار غيره.',
    'file.problem.upload_limit': 'عدد ملفات هذا الطلب كبير جدًا.',
    'file.problem.unreachable': 'لم يُرسل: لا اتصال.',
    'file.problem.offline': 'لم يُرسل: أنت غير متصل بالإنترنت.',
    'file.problem.other': 'لم يُرسل. يُرجى المحاولة مرة أخرى.',
  },
};
