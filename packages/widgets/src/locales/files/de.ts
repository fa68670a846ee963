import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of files a shopper sends. */
export const catalogue: CatalogueOf<'files'> = {
  language: 'de',
  direction: 'ltr',
  files: {
    'files.photos_hint':
      '{n, plural, one {Ein Foto oder PDF. Ort und Kameradaten werden entfernt.} other {Bis zu # Fotos oder PDFs. Ort und Kameradaten werden entfernt.}}',
    'files.add': 'Datei hinzufügen',
    'files.add.of': 'Fotos oder PDFs hinzufügen: {title}',
    'files.most':
      '{n, plural, one {Hier ist nur Platz für # Datei.} other {Hier ist nur Platz für # Dateien.}}',
    'files.count': '{n, plural, one {# Datei} other {# Dateien}}',
    'file.n': 'Datei {n}',
    'file.preparing': 'Wird vorbereitet …',
    'file.sending': 'Wird gesendet …',
    'file.progress': '{percent} % gesendet',
    'file.kept': 'Hinzugefügt',
    'file.remove': 'Entfernen',
    'file.remove.of': 'Datei {n} entfernen: {title}',
    'file.retry.of': 'Noch einmal versuchen: Datei {n}',
    'file.open': 'Datei {n}',
    'file.problem.heic':
      'Ihr Browser kann HEIC nicht lesen. Wählen Sie das Bild aus der Fotomediathek statt aus den Dateien, oder speichern Sie es zuerst als JPEG.',
    'file.problem.empty': 'Diese Datei ist leer.',
    'file.problem.not_a_photo': 'Das ist weder ein Bild noch ein PDF. Bitte wählen Sie etwas anderes.',
    'file.problem.not_readable':
      'Diese Datei lässt sich nicht lesen. Bitte wählen Sie ein Bild oder ein PDF.',
    'file.problem.too_large': 'Diese Datei ist zu groß. Bitte wählen Sie eine unter 10 MB.',
    'file.problem.upload_type': 'Der Shop nimmt nur Bilder (JPEG, PNG, WebP) und PDFs an.',
    'file.problem.upload_damaged': 'Diese Datei ist beschädigt. Bitte wählen Sie eine andere.',
    'file.problem.upload_limit': 'Zu dieser Bestellung gibt es schon zu viele Dateien.',
    'file.problem.unreachable': 'Nicht gesendet: keine Verbindung.',
    'file.problem.offline': 'Nicht gesendet: Sie sind offline.',
    'file.problem.other': 'Nicht gesendet. Bitte versuchen Sie es noch einmal.',
  },
};
