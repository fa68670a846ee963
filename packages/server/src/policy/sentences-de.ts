import { counting, type PolicySentences } from './sentences.ts';

const of = counting('de');

/** German. */
export const german: PolicySentences = {
  windowOfEach: of({
    one: 'Artikel können innerhalb von # Tag nach ihrer Lieferung zurückgegeben werden.',
    other: 'Artikel können innerhalb von # Tagen nach ihrer Lieferung zurückgegeben werden.',
  }),
  windowOfLast: of({
    one: 'Artikel können innerhalb von # Tag nach der letzten Lieferung der Bestellung zurückgegeben werden.',
    other:
      'Artikel können innerhalb von # Tagen nach der letzten Lieferung der Bestellung zurückgegeben werden.',
  }),
  windowWithoutEnd: 'Artikel können jederzeit zurückgegeben werden.',
  bufferDays: of({
    one: 'Ist der Tag der Lieferung nicht bekannt, zählt die Frist ab # Tag nach dem Versand.',
    other: 'Ist der Tag der Lieferung nicht bekannt, zählt die Frist ab # Tagen nach dem Versand.',
  }),
  workingDay:
    'Ein letzter Tag am Wochenende oder an einem Feiertag verschiebt sich auf den nächsten Werktag.',
  otherWindow: (types, days) =>
    of({ one: `Für ${types} ist es # Tag.`, other: `Für ${types} sind es # Tage.` })(days),
  otherWindowForSome: of({
    one: 'Für manche Artikel ist es # Tag.',
    other: 'Für manche Artikel sind es # Tage.',
  }),
  otherWindowWithoutEnd: (types) => `Für ${types} gibt es keinen letzten Tag.`,
  otherWindowWithoutEndForSome: 'Für manche Artikel gibt es keinen letzten Tag.',
  season: (from, until, lastDay) =>
    `Bestellungen vom ${from} bis ${until} können mindestens bis ${lastDay} zurückgegeben werden.`,
  finalSale: 'Vom Umtausch ausgeschlossene Artikel können nicht zurückgegeben werden.',
  productsExcluded: 'Manche Artikel können nicht zurückgegeben werden.',
  productTypesExcluded: (types) => `Diese Artikel können nicht zurückgegeben werden: ${types}.`,
  countriesExcluded: (countries) => `Aus diesen Ländern ist keine Rückgabe möglich: ${countries}.`,
  someCountriesExcluded: 'Manche Artikel können aus manchen Ländern nicht zurückgegeben werden.',
  excludedButExchanged: 'Manche Artikel, für die es kein Geld zurück gibt, können umgetauscht werden.',
  refund: 'Der Betrag wird auf dem Weg erstattet, auf dem bezahlt wurde.',
  storeCredit: 'Stattdessen ist auch ein Guthaben möglich.',
  storeCreditWithBonus: (percent) => `Stattdessen ist auch ein Guthaben möglich, mit ${percent} mehr.`,
  exchange:
    'Artikel können gegen eine andere Variante getauscht werden; der Preisunterschied wird verrechnet.',
  exchangeForEqual: 'Artikel können gegen eine andere Variante zum gleichen Preis getauscht werden.',
  noFees: 'Wir erheben keine Gebühren.',
  feeFlat: (sum) => `Je Rückgabe erheben wir eine Gebühr von ${sum}.`,
  feeFlatInSomeCases: (sum) => `In manchen Fällen erheben wir je Rückgabe eine Gebühr von ${sum}.`,
  feePercent: (percent) => `Wir erheben eine Gebühr von ${percent} des Erstattungsbetrags.`,
  feePercentInSomeCases: (percent) =>
    `In manchen Fällen erheben wir eine Gebühr von ${percent} des Erstattungsbetrags.`,
  noFeesAtFault: 'Liegt der Fehler bei uns, entfallen so gekennzeichnete Gebühren.',
  shippingNever: 'Die ursprünglichen Versandkosten werden nicht erstattet.',
  shippingForEverything: 'Die ursprünglichen Versandkosten werden erstattet, wenn alles zurückgegeben wird.',
  shippingForEverythingOrFault:
    'Die ursprünglichen Versandkosten werden erstattet, wenn alles zurückgegeben wird oder der Fehler bei uns liegt.',
  methods: {
    label: 'mit einem Etikett zum Ausdrucken',
    qr_code: 'mit einem Code zum Vorzeigen, ohne Drucker und Karton',
    drop_off: 'an einer Annahmestelle',
    in_store: 'in einem unserer Geschäfte',
    pick_up: 'per Abholung',
    own_carrier: 'mit einem Versanddienst nach Wahl, auf eigene Kosten',
    keep_item: 'gar nicht: der Artikel darf behalten werden',
  },
  methodWithPrice: (method, price) => `${method} (${price})`,
  ways: (methods) => `So geht es zurück: ${methods}.`,
  keepItem: (sum) => `Bei einem Erstattungsbetrag bis ${sum} dürfen die Artikel behalten werden.`,
  sendWithin: of({
    one: 'Die Rücksendung muss innerhalb von # Tag nach der Genehmigung abgeschickt werden.',
    other: 'Die Rücksendung muss innerhalb von # Tagen nach der Genehmigung abgeschickt werden.',
  }),
  cancel: 'Artikel können storniert werden, solange sie nicht verschickt sind.',
  lost: of({
    one: 'Ein Paket, das seit # Tag nicht erfasst wurde, kann als verloren gemeldet werden.',
    other: 'Ein Paket, das seit # Tagen nicht erfasst wurde, kann als verloren gemeldet werden.',
  }),
  missing: of({
    one: 'Ein Paket, das als zugestellt gilt und nicht da ist, kann ab # Tag danach gemeldet werden.',
    other: 'Ein Paket, das als zugestellt gilt und nicht da ist, kann ab # Tagen danach gemeldet werden.',
  }),
  tellWithin: of({
    one: 'Beschädigte, falsche oder fehlende Artikel bitte innerhalb von # Tag nach der Lieferung melden.',
    other:
      'Beschädigte, falsche oder fehlende Artikel bitte innerhalb von # Tagen nach der Lieferung melden.',
  }),
  withdrawalInEu: of({
    one: 'In EU und EWR kann der Vertrag innerhalb von # Tag nach der letzten Lieferung ohne Angabe von Gründen widerrufen werden.',
    other:
      'In EU und EWR kann der Vertrag innerhalb von # Tagen nach der letzten Lieferung ohne Angabe von Gründen widerrufen werden.',
  }),
  withdrawalForAll: of({
    one: 'Der Vertrag kann innerhalb von # Tag nach der letzten Lieferung ohne Angabe von Gründen widerrufen werden.',
    other:
      'Der Vertrag kann innerhalb von # Tagen nach der letzten Lieferung ohne Angabe von Gründen widerrufen werden.',
  }),
  withdrawalExempt: 'Für manche Waren besteht kein Widerrufsrecht, wie es das Gesetz erlaubt.',
};
