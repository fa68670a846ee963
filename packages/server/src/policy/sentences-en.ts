import { counting, type PolicySentences } from './sentences.ts';

const of = counting('en');

/** English. */
export const english: PolicySentences = {
  windowOfEach: of({
    one: 'You can send items back within # day of their delivery.',
    other: 'You can send items back within # days of their delivery.',
  }),
  windowOfLast: of({
    one: 'You can send items back within # day of the last delivery of your order.',
    other: 'You can send items back within # days of the last delivery of your order.',
  }),
  windowWithoutEnd: 'You can send items back at any time.',
  bufferDays: of({
    one: 'Where the day of delivery is not known, we count from # day after shipping.',
    other: 'Where the day of delivery is not known, we count from # days after shipping.',
  }),
  workingDay: 'A last day on a weekend or public holiday moves to the next working day.',
  otherWindow: (types, days) =>
    of({ one: `For ${types} it is # day.`, other: `For ${types} it is # days.` })(days),
  otherWindowForSome: of({ one: 'For some items it is # day.', other: 'For some items it is # days.' }),
  otherWindowWithoutEnd: (types) => `For ${types} there is no last day.`,
  otherWindowWithoutEndForSome: 'For some items there is no last day.',
  season: (from, until, lastDay) =>
    `Orders placed from ${from} to ${until} can be sent back until ${lastDay} at least.`,
  finalSale: 'Items sold as final sale cannot be sent back.',
  productsExcluded: 'Some products cannot be sent back.',
  productTypesExcluded: (types) => `These products cannot be sent back: ${types}.`,
  countriesExcluded: (countries) => `We do not take back from ${countries}.`,
  someCountriesExcluded: 'We do not take back some items from some countries.',
  excludedButExchanged: 'Some items that cannot be sent back for money can be exchanged.',
  refund: 'You get your money back the way you paid.',
  storeCredit: 'You can take store credit instead.',
  storeCreditWithBonus: (percent) => `You can take store credit instead, and get ${percent} more.`,
  exchange: 'You can exchange an item for another variant; a difference in price is settled.',
  exchangeForEqual: 'You can exchange an item for another variant of the same price.',
  noFees: 'We take no fees.',
  feeFlat: (sum) => `We take a fee of ${sum} for each return.`,
  feeFlatInSomeCases: (sum) => `In some cases we take a fee of ${sum} for each return.`,
  feePercent: (percent) => `We take a fee of ${percent} of what comes back.`,
  feePercentInSomeCases: (percent) => `In some cases we take a fee of ${percent} of what comes back.`,
  noFeesAtFault: 'Where we are at fault, fees marked so are not taken.',
  shippingNever: 'What you paid for shipping is not part of a return.',
  shippingForEverything: 'What you paid for shipping comes back when you send everything back.',
  shippingForEverythingOrFault:
    'What you paid for shipping comes back when you send everything back, or when we are at fault.',
  methods: {
    label: 'with a label to print',
    qr_code: 'with a code to show, without printer or box',
    drop_off: 'at a drop-off point',
    in_store: 'in one of our shops',
    pick_up: 'picked up by a carrier',
    own_carrier: 'with a carrier of your choice, at your own cost',
    keep_item: 'not at all: you keep the item',
  },
  methodWithPrice: (method, price) => `${method} (${price})`,
  ways: (methods) => `You can send items back ${methods}.`,
  keepItem: (sum) => `Where no more than ${sum} would come back, you keep the items.`,
  sendWithin: of({
    one: 'Send your return within # day after we approved it.',
    other: 'Send your return within # days after we approved it.',
  }),
  cancel: 'You can cancel items as long as they were not shipped.',
  lost: of({
    one: 'A parcel that was not scanned for # day can be reported as lost.',
    other: 'A parcel that was not scanned for # days can be reported as lost.',
  }),
  missing: of({
    one: 'A parcel that is marked delivered and is not there can be reported from # day after that.',
    other: 'A parcel that is marked delivered and is not there can be reported from # days after that.',
  }),
  tellWithin: of({
    one: 'Tell us of damaged, wrong or missing items within # day of delivery.',
    other: 'Tell us of damaged, wrong or missing items within # days of delivery.',
  }),
  withdrawalInEu: of({
    one: 'In the EU and EEA you can withdraw from the contract within # day of the last delivery, without a reason.',
    other:
      'In the EU and EEA you can withdraw from the contract within # days of the last delivery, without a reason.',
  }),
  withdrawalForAll: of({
    one: 'You can withdraw from the contract within # day of the last delivery, without a reason.',
    other: 'You can withdraw from the contract within # days of the last delivery, without a reason.',
  }),
  withdrawalExempt: 'There is no right of withdrawal for some goods, as the law allows.',
};
