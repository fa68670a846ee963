import type { LocalText, ReviewPolicyInput } from '@postlude/contract';

const words = (en: string, de: string, ar: string): LocalText => ({ en, de, ar });

/** What the shop asks about its lamps, and when: a candle is used up sooner than a lamp is known. */
export const reviewPolicy: ReviewPolicyInput = {
  asks: {
    // Every order page has the registration itself: nobody has to be asked.
    registration: false,
    review: true,
    media: true,
    referral: true,
    usageDays: 14,
    usage: [{ id: 'candles', match: { productTypes: ['Candles'] }, days: 7 }],
    freshWaitDays: 7,
    deliveredAfterDays: 21,
    mediaDays: 3,
    endsAfterDays: 365,
  },
  form: {
    title: 'optional',
    text: 'optional',
    photos: 'optional',
    videos: 'optional',
    prosAndCons: 'optional',
    recommend: 'optional',
    prompts: [
      {
        id: 'light',
        text: words(
          'How is the light in the evening?',
          'Wie ist das Licht am Abend?',
          'كيف الضوء في المساء؟',
        ),
      },
      {
        id: 'linen',
        match: { tags: ['linen'] },
        text: words(
          'How does the linen look up close?',
          'Wie wirkt das Leinen aus der Nähe?',
          'كيف يبدو الكتان عن قرب؟',
        ),
      },
    ],
    scales: [
      {
        id: 'brightness',
        label: words('How bright is it?', 'Wie hell ist sie?', 'ما مدى سطوعه؟'),
        low: words('Too dim', 'Zu dunkel', 'خافت جدًا'),
        middle: words('Just right', 'Genau richtig', 'مناسب تمامًا'),
        high: words('Too bright', 'Zu hell', 'ساطع جدًا'),
        mode: 'optional',
      },
      {
        id: 'made',
        label: words('How well is it made?', 'Wie gut ist sie gemacht?', 'ما جودة صنعه؟'),
        low: words('Poorly', 'Schlecht', 'رديئة'),
        high: words('Very well', 'Sehr gut', 'ممتازة'),
        mode: 'optional',
      },
    ],
    store: true,
    terms: null,
  },
  rewards: [
    {
      id: 'bulb',
      match: { productTypes: ['Table lamps', 'Pendants'] },
      label: words(
        'A spare bulb with your next order',
        'Eine Ersatzbirne zur nächsten Bestellung',
        'لمبة احتياطية مع طلبك التالي',
      ),
      code: 'BULB-THANKS',
    },
  ],
  moderation: { publish: 'after_approval', words: ['damn'], flagLinks: true, flagContactData: true },
  display: { unverified: true, sort: 'newest' },
};
