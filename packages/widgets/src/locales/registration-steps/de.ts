import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of registrations behind the first screen. */
export const catalogue: CatalogueOf<'registrationSteps'> = {
  language: 'de',
  direction: 'ltr',
  registrationSteps: {
    'serial.label': 'Seriennummer',
    'serial.label.optional': 'Seriennummer (freiwillig)',
    'serial.of': 'Seriennummer: {title}',
    'serial.example': 'Zum Beispiel {example}.',
    'serial.where': 'Wo finde ich sie?',
    'serial.picture': 'Wo die Seriennummer steht: {title}',
    'serial.read': 'Wir lesen das als {value}.',
    'serial.corrected':
      '{n, plural, one {Wir lesen {typed} als {meant}: {value}.} other {Wir haben # Zeichen berichtigt: {value}.}}',
    'serial.fits': 'Sieht richtig aus.',
    'serial.missing': 'Bitte geben Sie die Seriennummer ein.',
    'serial.wrong': 'So sieht keine Seriennummer dieses Produkts aus. Bitte prüfen Sie sie.',
    'serial.wrong.at': 'Zeichen {n} passt nicht. Bitte prüfen Sie es.',
    'serial.check_failed': 'Eine Ziffer stimmt nicht. Bitte vergleichen Sie mit dem Produkt.',
    'serial.not_accepted':
      'Der Shop kennt diese Nummer nicht. Bitte prüfen Sie sie, oder schreiben Sie dem Shop mit einem Foto davon.',
    'serial.taken': 'Diese Nummer ist schon registriert.',
    'serial.taken.yours':
      'Haben Sie sie registriert? Dann finden Sie sie mit der Bestellung oder der E-Mail-Adresse von damals.',
    'serial.taken.bought':
      'Haben Sie es von jemandem übernommen? Bitten Sie diese Person um einen Übergabecode.',
    'serial.taken.wrong':
      'Keines von beiden? Prüfen Sie die Nummer, oder schreiben Sie dem Shop mit einem Foto davon.',

    paste: 'Mehrere Seriennummern auf einmal eingeben',
    'paste.label': 'Seriennummern',
    'paste.hint': 'Eine je Zeile. Sie gehen der Reihe nach an die Stücke.',
    'paste.use': 'Diese Nummern verwenden',
    'paste.used':
      '{n, plural, =0 {Keine davon konnte verwendet werden.} one {# Nummer ist an ihrem Platz.} other {# Nummern sind an ihrem Platz.}}',

    proof: 'Kaufbeleg',
    'proof.optional': 'Kaufbeleg (freiwillig)',
    'proof.hint':
      '{n, plural, one {Ein Foto des Kassenbons oder eine PDF-Datei.} other {Ein Foto des Kassenbons oder eine PDF-Datei. Bis zu #.}}',
    'proof.missing': 'Bitte fügen Sie einen Kaufbeleg hinzu: Ein Foto des Kassenbons genügt.',
    'proof.sending': 'Eine Datei wird noch gesendet. Einen Moment bitte.',

    'why.pending':
      'Der Shop sieht sich Ihre Registrierung an und schreibt Ihnen. Bis dahin ist nichts zu tun.',
    'why.void': 'Der Shop hat diese Registrierung beendet. Ihre gesetzlichen Rechte bleiben, wie sie sind.',
    'why.proof_unreadable':
      'Der Kaufbeleg war nicht lesbar. Bitte fügen Sie ein besseres Foto hinzu und registrieren Sie noch einmal.',
    'why.serial_not_ours':
      'Die Seriennummer ist keine dieses Shops. Bitte prüfen Sie sie und registrieren Sie noch einmal.',
    'why.not_covered':
      'Die Garantie des Shops gilt für dieses Produkt nicht. Ihre gesetzlichen Rechte gegenüber dem Verkäufer bleiben.',
    'why.duplicate':
      'Es ist schon registriert. Haben Sie es von jemandem übernommen, bitten Sie um einen Übergabecode.',
    'why.other': 'Der Shop konnte sie nicht annehmen. Bitte schreiben Sie dem Shop, wenn das nicht stimmt.',
    'why.note': 'Der Shop schreibt: {note}',

    'done.title': '{n, plural, one {Der Artikel ist registriert} other {# Artikel sind registriert}}',
    'done.pending': 'Eingegangen',
    'done.pending.about': 'Der Shop sieht es sich an und schreibt Ihnen.',
    'done.about': 'Das steht dahinter.',
    'done.more':
      '{n, plural, one {Den anderen Artikel registrieren} other {Die anderen # Artikel registrieren}}',
    'done.items': 'Alle Artikel',
    'done.another': 'Weiteres Produkt hinzufügen',
    back: 'Zurück zu allen Artikeln',

    'picture.title': 'Was dahintersteht',
    'picture.alt': 'Balken der Zeit. Darunter steht dasselbe in Worten.',
    today: 'Heute, {date}',
    'words.until': 'Bis {date}',
    'words.lifetime': 'Lebenslang',
    'words.ended': 'Endete am {date}',
    'words.upcoming': 'Beginnt mit der Lieferung',
    'words.not_registered': 'Beginnt, sobald registriert ist',
    'words.unknown': 'Der Tag, ab dem gezählt wird, ist nicht bekannt',
    'words.guarantee':
      'Was Ihnen das Gesetz gegenüber dem Verkäufer gibt. Es kostet nichts, registriert oder nicht.',
    'words.guarantee.of':
      'Was Ihnen das Recht dieses Landes gegenüber dem Verkäufer gibt: {country}. Es kostet nichts, registriert oder nicht.',
    'words.burden': 'Bis {date} gilt ein Mangel als von Anfang an vorhanden: Sie müssen nichts beweisen.',
    'words.sum.delivered':
      '{n, plural, one {# Monat ab der Lieferung am {date}} other {# Monate ab der Lieferung am {date}}}',
    'words.sum.purchased':
      '{n, plural, one {# Monat ab dem Kauf am {date}} other {# Monate ab dem Kauf am {date}}}',
    'words.sum.registered':
      '{n, plural, one {# Monat ab der Registrierung am {date}} other {# Monate ab der Registrierung am {date}}}',
    'words.sum.shipped':
      '{n, plural, one {# Monat ab dem Versand am {date}} other {# Monate ab dem Versand am {date}}}',
    'words.plus.registration':
      '{n, plural, one {# Monat mehr fürs Registrieren, bis {date}} other {# Monate mehr fürs Registrieren, bis {date}}}',
    'words.plus.repair':
      '{n, plural, one {# Monat mehr nach einer Reparatur, bis {date}} other {# Monate mehr nach einer Reparatur, bis {date}}}',
    'words.plus.store':
      '{n, plural, one {# Monat mehr vom Shop, bis {date}} other {# Monate mehr vom Shop, bis {date}}}',
    'words.covers': 'Abgedeckt',
    'words.excludes': 'Nicht abgedeckt',
    'benefit.repair': 'Reparaturen: so viele wie nötig',
    'benefit.kit': 'Teile zum Selbsteinbau: so viele wie nötig',
    'benefit.replacement': 'Ersatz: so oft wie nötig',
    'benefit.repair.left': 'Reparaturen: noch {left} von {total}',
    'benefit.kit.left': 'Teile zum Selbsteinbau: noch {left} von {total}',
    'benefit.replacement.left': 'Ersatz: noch {left} von {total}',
    'what.covered': 'Was abgedeckt ist und was nicht',

    certificate: 'Zertifikat (PDF)',
    calendar: 'Termine in den Kalender',
    certificate_code: 'Nummer des Zertifikats',
    check: 'Hier kann es jeder prüfen',
    facts: 'Über diesen Artikel',
    'fact.serial': 'Seriennummer',
    'fact.bought': 'Gekauft',
    'fact.bought.about': 'Gekauft ungefähr',
    'fact.where': 'Gekauft bei',
    'fact.delivered': 'Geliefert',
    'fact.registered': 'Registriert',
    'fact.owners': 'Besitz',
    'fact.owners.n': '{n, plural, one {Es gehört Ihnen von Anfang an} other {Sie sind Besitzer Nummer #}}',

    choices: 'Ihre Wahl',
    'choices.about': 'Sie können sie jederzeit ändern.',
    saving: 'Wird gespeichert …',
    saved: 'Gespeichert',

    transfer: 'Übergeben',
    'transfer.about':
      'Die Garantie geht mit. Erstellen Sie einen Code für die nächste Person; sie sieht den Artikel und seine Geschichte, und nichts über Sie.',
    'transfer.make': 'Übergabecode erstellen',
    'transfer.making': 'Einen Moment …',
    'transfer.code': 'Übergabecode',
    'transfer.until': 'Gilt einmal, bis {date}. Sobald er benutzt wird, verlässt der Artikel Ihre Liste.',
    'transfer.back': 'Code zurücknehmen',
    'transfer.back.question': 'Den Code zurücknehmen?',
    'transfer.back.about': 'Er gilt sofort nicht mehr. Der Artikel bleibt Ihrer.',
    'transfer.back.yes': 'Zurücknehmen',
    'transfer.back.no': 'Behalten',
    'transfer.cancelled': 'Der Code gilt nicht mehr.',
    'transfer.ready': 'Ihr Übergabecode ist fertig.',
    'transferred.about': 'Dieser Artikel gehört jetzt jemand anderem.',

    step: 'Schritt {n} von {total}',
    'product.title': 'Welches Produkt ist es?',
    'product.label': 'Name oder Nummer unter dem Strichcode',
    'product.hint': 'Am besten gehen die 8 bis 14 Ziffern unter dem Strichcode.',
    'product.wrong_code': 'Eine dieser Ziffern stimmt nicht. Bitte vergleichen Sie mit dem Produkt.',
    'product.choose': 'Gefundene Produkte',
    'product.missing': 'Bitte wählen Sie ein Produkt.',
    'product.none':
      'Dazu haben wir nichts gefunden. Versuchen Sie ein anderes Wort oder die Nummer unter dem Strichcode.',
    'product.failed': 'Die Suche hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    'product.searching': 'Wird gesucht …',
    'product.found':
      '{n, plural, =0 {Kein Produkt gefunden.} one {# Produkt gefunden.} other {# Produkte gefunden.}}',
    scan: 'Strichcode scannen',
    'scan.stop': 'Kamera ausschalten',
    'scan.hint': 'Halten Sie den Strichcode oder QR-Code vor die Kamera.',
    'scan.denied': 'Die Kamera darf hier nicht benutzt werden. Sie können die Nummer tippen.',
    'scan.failed': 'Die Kamera ließ sich nicht starten. Sie können die Nummer tippen.',
    'scan.read': 'Gelesen: {code}',
    next: 'Weiter',
    previous: 'Zurück',
    cancel: 'Abbrechen',
    'purchase.title': 'Wann und wo wurde es gekauft?',
    'purchase.day': 'Tag des Kaufs',
    'purchase.day.about': 'Ich weiß es nur ungefähr',
    'purchase.day.about.hint': 'Wählen Sie den nächsten Tag, bei dem Sie sicher sind.',
    'purchasedOn.missing': 'Bitte wählen Sie den Tag.',
    'purchasedOn.invalid': 'Dieser Tag kann nicht stimmen. Bitte prüfen Sie ihn.',
    'purchasedOn.future': 'Dieser Tag kommt erst noch. Bitte prüfen Sie ihn.',
    where: 'Wo wurde es gekauft?',
    'where.hint': 'Das Geschäft oder der Marktplatz.',
    'where.missing': 'Bitte sagen Sie uns, wo es gekauft wurde.',
    'where.invalid': 'Das ist zu lang. Bitte kürzen Sie es.',
    country: 'In welchem Land wurde es gekauft?',
    'country.hint': 'Davon hängen Ihre gesetzlichen Rechte ab.',
    'country.choose': 'Bitte wählen',
    'purchase.quantity': 'Wie viele?',
    less: 'Eins weniger',
    more_units: 'Eins mehr',
    email: 'Ihre E-Mail-Adresse',
    'email.hint': 'Zum Wiederfinden und für das Zertifikat. Werbung ist eine eigene Wahl.',
    'email.missing': 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
    'email.invalid': 'Diese E-Mail-Adresse ist nicht vollständig. Sie sieht etwa so aus: ada@example.com.',
    name: 'Ihr Name (freiwillig)',
    'name.invalid': 'Das ist zu lang. Bitte kürzen Sie es.',
    sending: 'Einen Moment …',

    'takeover.title': 'Einen Artikel übernehmen',
    'takeover.about': 'Mit dem Code der Person, der er vorher gehörte. Die Garantie kommt mit.',
    'takeover.code': 'Übergabecode',
    'takeover.code.hint': 'Leerzeichen und Striche spielen keine Rolle.',
    'code.missing': 'Bitte geben Sie den Code ein.',
    'code.invalid': 'Bitte prüfen Sie den Code.',
    'takeover.confirm': 'Übernehmen',

    'problem.transfer_code_invalid':
      'Wir kennen diesen Code nicht, oder er wurde benutzt oder ist abgelaufen. Bitte bitten Sie um einen neuen.',
    'problem.transfer_closed': 'Dieser Artikel kann nicht übergeben werden.',
    'problem.lookup_locked': 'Das waren zu viele Versuche. Bitte warten Sie eine Weile.',
    'elsewhere.off': 'Der Shop nimmt das hier nicht an.',
    'problem.product_unknown': 'Wir kennen dieses Produkt nicht. Bitte wählen Sie ein anderes.',
    'problem.serial_taken': 'Eine dieser Seriennummern ist schon registriert.',
  },
};
