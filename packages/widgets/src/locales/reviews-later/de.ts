import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of pictures at full size and of reports. */
export const catalogue: CatalogueOf<'reviewsLater'> = {
  language: 'de',
  direction: 'ltr',
  reviewsLater: {
    close: 'Schließen',
    previous: 'Zurück',
    next: 'Weiter',
    'picture.of': 'Bild {n} von {all}',
    'picture.by': 'Bild von {name}',
    'video.by': 'Video von {name}',
    'report.title': 'Diese Bewertung melden',
    'report.about': 'Der Shop liest jede Meldung. Bis dahin bleibt die Bewertung, wie sie ist.',
    'report.reason': 'Was stimmt damit nicht?',
    'reason.spam': 'Es ist Werbung oder Spam',
    'reason.offensive': 'Es ist beleidigend',
    'reason.personal_data': 'Es verrät persönliche Daten',
    'reason.fake': 'Es ist nicht echt',
    'reason.off_topic': 'Es geht nicht um das Produkt',
    'reason.illegal': 'Es ist rechtswidrig',
    'reason.illegal.about': 'Eine Meldung nach Artikel 16 des Gesetzes über digitale Dienste',
    'report.explanation': 'Noch etwas? (freiwillig)',
    'report.why': 'Warum ist es rechtswidrig?',
    'report.name': 'Ihr Name',
    'report.email': 'Ihre E-Mail-Adresse',
    'report.email.hint': 'Für die Bestätigung und die Entscheidung, für nichts anderes.',
    'report.email.optional': 'Ihre E-Mail-Adresse (freiwillig)',
    'report.good_faith':
      'Ich bin in gutem Glauben davon überzeugt, dass meine Angaben richtig und vollständig sind.',
    'report.choose': 'Bitte wählen Sie, was nicht stimmt.',
    'report.missing': 'Bitte füllen Sie dies aus.',
    'report.email.wrong': 'Bitte prüfen Sie diese Adresse.',
    'report.good_faith.missing': 'Ohne dies gilt die Meldung nicht.',
    'report.send': 'Meldung senden',
    'report.sending': 'Wird gesendet …',
    'report.done': 'Danke, Ihre Meldung ist angekommen',
    'report.done.about':
      'Der Shop sieht sie sich an. Haben Sie eine Adresse angegeben, erfahren Sie, wie entschieden wurde.',
    'report.failed': 'Die Meldung konnte nicht gesendet werden. Bitte versuchen Sie es noch einmal.',
    'report.too_many': 'In kurzer Zeit gab es viele Meldungen. Bitte versuchen Sie es später noch einmal.',
  },
};
