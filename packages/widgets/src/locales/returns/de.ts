import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of the first screen of returns. */
export const catalogue: CatalogueOf<'returns'> = {
  language: 'de',
  direction: 'ltr',
  returns: {
    lookup: 'Etwas zurückschicken',
    'lookup.intro': 'Mit der Bestellnummer und einer Angabe von Ihnen zeigen wir, was zurück kann.',
    'lookup.gift': 'Geschenk umtauschen',
    'lookup.gift.intro': 'Mit Bestellnummer und Geschenkcode. Wer es geschenkt hat, erfährt nichts davon.',
    'lookup.gift.code': 'Geschenkcode',
    'lookup.gift.code.hint': 'Er steht auf dem Geschenkbeleg.',
    'lookup.gift.code.missing': 'Bitte geben Sie den Geschenkcode ein.',
    'lookup.gift.code.invalid':
      'Das sieht nicht nach einem Geschenkcode aus. Er steht auf dem Geschenkbeleg.',
    'lookup.to_gift': 'Ich habe es geschenkt bekommen',
    'lookup.to_order': 'Ich habe es selbst bestellt',
    loading: 'Wir sehen nach, was zurück kann',
    'loading.step': 'Einen Moment bitte',
    code_failed: 'Dieser Schritt ließ sich nicht laden',

    progress: 'Schritt {n} von {total}',
    'items.title': 'Was möchten Sie zurückschicken?',
    'items.title.cancel': 'Was möchten Sie stornieren?',
    'items.title.delivery_problem': 'Was stimmt mit der Lieferung nicht?',
    until: 'Bis {date}',
    only_exchange: 'Nur Umtausch',
    cost_from: 'Rücksendung ab {price}',
    next: 'Weiter',
    'next.units': '{n, plural, one {Weiter mit # Artikel} other {Weiter mit # Artikeln}}',
    back: 'Zurück',

    empty: 'Gerade kann nichts zurück',
    'empty.about': 'Warum, steht hier bei jedem Artikel. Wenn das nicht stimmt, schreiben Sie dem Shop.',

    'mistake.items.missing': 'Bitte wählen Sie mindestens einen Artikel.',
    'problem.gift_code_invalid': 'Dazu finden wir kein Geschenk. Fehlt vielleicht ein Buchstabe?',
    'problem.title': 'Was zurück kann, lässt sich nicht anzeigen',
  },
};
