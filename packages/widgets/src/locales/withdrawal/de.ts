import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of the withdrawal function. The two labels are those of Article 11a in the German version of the directive. */
export const catalogue: CatalogueOf<'withdrawal'> = {
  language: 'de',
  direction: 'ltr',
  withdrawal: {
    function: 'Vertrag hier widerrufen',
    intro:
      'Hier erklären Sie {store} den Widerruf eines Vertrags. Sie brauchen kein Konto und keinen Grund. Gesendet wird erst, wenn Sie bestätigen.',
    'intro.shop':
      'Hier erklären Sie dem Shop den Widerruf eines Vertrags. Sie brauchen kein Konto und keinen Grund. Gesendet wird erst, wenn Sie bestätigen.',
    step: 'Schritt {n} von {total}',
    loading: 'Das Formular wird geladen',

    name: 'Ihr Name',
    'name.missing': 'Bitte geben Sie Ihren Namen ein.',
    'name.invalid': 'Bitte prüfen Sie Ihren Namen.',
    'name.long': 'Das ist zu lang. Bitte kürzen Sie es auf 200 Zeichen.',
    contract: 'Bestellnummer',
    'contract.hint': 'Sie steht in Ihrer Bestellbestätigung.',
    'contract.missing': 'Bitte geben Sie Ihre Bestellnummer ein.',
    'contract.invalid': 'Bitte prüfen Sie Ihre Bestellnummer.',
    'contract.long': 'Das ist zu lang. Bitte kürzen Sie es auf 200 Zeichen.',
    email: 'E-Mail-Adresse für die Eingangsbestätigung',
    'email.missing': 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
    'email.invalid': 'Diese E-Mail-Adresse ist nicht vollständig. Sie sieht etwa so aus: ada@example.com.',
    'email.long': 'Das ist zu lang. Bitte prüfen Sie Ihre E-Mail-Adresse.',
    items: 'Welche Artikel (freiwillig)',
    'items.hint': 'Lassen Sie das Feld leer, um den ganzen Vertrag zu widerrufen.',
    'items.pick.hint': 'Wählen Sie nichts aus, um den ganzen Vertrag zu widerrufen.',
    'items.words': 'Oder in eigenen Worten (freiwillig)',
    'items.invalid': 'Bitte prüfen Sie diesen Text.',
    'items.long': 'Das ist zu lang. Bitte kürzen Sie es.',
    'items.some': '{n} × {title}',
    next: 'Weiter',

    check: 'Bitte prüfen Sie Ihre Erklärung',
    'check.about': 'Das erhält {store}, wenn Sie bestätigen.',
    'check.about.shop': 'Das erhält der Shop, wenn Sie bestätigen.',
    'check.email': 'Eingangsbestätigung an',
    'check.items': 'Artikel',
    whole: 'Der ganze Vertrag',
    confirm: 'Widerruf bestätigen',
    confirming: 'Wird gesendet …',
    change: 'Ändern',

    done: 'Ihr Widerruf ist eingegangen',
    'done.at': 'Eingegangen: {time}',
    number: 'Nummer Ihrer Erklärung',
    mailed: 'Wir senden diese Eingangsbestätigung auch an {email}.',
    not_mailed: 'Bitte speichern oder drucken Sie diese Eingangsbestätigung. Per E-Mail kommt sie nicht.',
    seal: 'Das Siegel in der letzten Zeile zeigt, dass diese Bestätigung echt ist und nicht verändert wurde.',
    save: 'Speichern',
    'save.full': 'Eingangsbestätigung als Datei speichern',
    print: 'Drucken',
    another: 'Weiteren Vertrag widerrufen',

    mistakes: 'Bitte prüfen Sie Ihre Eingaben.',
    kept: 'Alle Ihre Eingaben sind noch da. Nichts wird doppelt gesendet.',
    plain: 'Zur einfachen Seite',
    'plain.about': 'Funktioniert hier etwas nicht?',
    'problem.unreachable':
      'Der Shop ist nicht erreichbar. Bitte prüfen Sie die Verbindung und bestätigen Sie noch einmal.',
    'problem.offline': 'Sie sind offline. Bitte bestätigen Sie noch einmal, sobald Sie wieder online sind.',
    'problem.not_found': 'Dieser Shop bietet die Widerrufsfunktion hier nicht an.',
    'problem.other': 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
    'problem.origin_not_allowed':
      'Das Formular lässt sich auf dieser Seite nicht nutzen. Auf der einfachen Seite geht es.',
  },
};
