import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of a parcel that goes to the store. */
export const catalogue: CatalogueOf<'parcelBack'> = {
  language: 'de',
  direction: 'ltr',
  parcelBack: {
    'parcel.number': 'Sendungsnummer Ihres Pakets',
    'parcel.number.hint': 'Sie steht auf dem Beleg. Damit können Sie und der Shop das Paket verfolgen.',
    'parcel.number.missing': 'Bitte geben Sie die Nummer ein.',
    'parcel.carrier': 'Paketdienst (freiwillig)',
    'parcel.tell': 'Paket verfolgen',
    'back.headline.in_transit': 'Unterwegs zum Shop',
    'back.headline.available_for_pickup': 'Liegt für den Shop zur Abholung bereit',
    'back.headline.available_for_pickup.date': 'Liegt für den Shop bis {date} zur Abholung bereit',
    'back.headline.delivered': 'Beim Shop angekommen',
    'back.headline.delivered.date': 'Am {date} beim Shop angekommen',
    'back.headline.returning': 'Auf dem Rückweg zu Ihnen',
    'back.headline.returned': 'Wieder bei Ihnen',
    'back.about.returning':
      'Der Paketdienst konnte es dem Shop nicht übergeben. Der Shop hilft Ihnen weiter.',
    'back.about.returned': 'Fragen Sie den Shop, wie Sie es noch einmal senden.',
    'back.about.expired': 'Der Shop kann Ihnen sagen, ob es angekommen ist.',
  },
};
