import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of what every widget about an order says. */
export const catalogue: CatalogueOf<'orderSession'> = {
  language: 'de',
  direction: 'ltr',
  orderSession: {
    order: 'Bestellung {number}',
    quantity: 'Menge {n}',

    new_window: '(öffnet in neuem Tab)',
    copy: 'Kopieren',
    'copy.what': 'Kopieren: {what}',
    copied: 'Kopiert',
    copy_failed: 'Markiert, bitte selbst kopieren',

    help: 'Stimmt etwas nicht?',
    'help.phone': '{phone} anrufen',
    'help.report': 'Problem melden',
    'help.subject': 'Problem mit Bestellung {number}',

    as_of: 'Letzter Stand: {time}',
    offline: 'Sie sind offline.',
    stale: 'Neue Meldungen ließen sich nicht abrufen.',
    refresh: 'Aktualisieren',
    loading: 'Ihre Bestellung wird geladen',
    waiting: 'Ihre Bestellung ist eingegangen',
    'waiting.about': 'Gleich sehen Sie hier mehr.',
    other_order: 'Andere Bestellung suchen',

    'lookup.proof_refused': 'Der Link passt leider nicht. Mit Nummer und einer Angabe klappt es.',
    'lookup.session_ended': 'Es ist eine Weile her. Bitte suchen Sie Ihre Bestellung noch einmal.',
    'lookup.order': 'Bestellnummer',
    'lookup.order.hint': 'Sie steht in der Bestellbestätigung, zum Beispiel 1001.',
    'lookup.contact': 'E-Mail, Telefon oder Postleitzahl',
    'lookup.contact.hint': 'Wie bei der Bestellung angegeben.',
    'lookup.find': 'Bestellung finden',
    'lookup.finding': 'Wird gesucht …',
    'lookup.order.missing': 'Bitte geben Sie Ihre Bestellnummer ein.',
    'lookup.order.invalid':
      'Das sieht nicht nach einer Bestellnummer aus. Sie steht in der Bestellbestätigung.',
    'lookup.contact.missing': 'Bitte geben Sie E-Mail, Telefonnummer oder Postleitzahl ein.',
    'lookup.contact.invalid': 'Bitte prüfen Sie E-Mail, Telefonnummer oder Postleitzahl.',
    'lookup.locked':
      'Zum Schutz der Bestellungen gibt es nach mehreren Versuchen eine Pause. Weiter geht es um {time}.',

    'problem.lookup_failed':
      'Dazu finden wir keine Bestellung. War es eine andere E-Mail, oder fehlt eine Ziffer?',
    'problem.unreachable':
      'Der Shop ist nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    'problem.offline': 'Sie sind offline. Sobald Sie wieder online sind, versuchen wir es erneut.',
    'problem.unavailable': 'Gerade ist viel los. Bitte versuchen Sie es gleich noch einmal.',
    'problem.not_found':
      'Diese Bestellung finden wir nicht mehr. Bitte suchen Sie sie noch einmal oder fragen Sie den Shop.',
    'problem.not_here_yet':
      'Ihre Bestellung ist eingegangen, aber hier noch nicht zu sehen. Bitte versuchen Sie es später noch einmal, oder fragen Sie den Shop.',
    'problem.unknown_store': 'Hier ist etwas nicht richtig eingerichtet. Das muss der Shop beheben.',
    'problem.other': 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
    'problem.title': 'Ihre Bestellung lässt sich nicht anzeigen',
    'problem.id': 'Wenn Sie um Hilfe bitten, nennen Sie diese Nummer: {id}',
    retry: 'Noch einmal versuchen',
  },
};
