import type { RecallNotice } from '@postlude/contract';

/** A recall of a lamp, not yet read unless told. */
export const sampleRecall = (facts: Partial<RecallNotice> = {}): RecallNotice => ({
  id: `rcl_${'1'.repeat(32)}`,
  publishedAt: '2026-11-24T09:00:00.000Z',
  product: 'Nordlicht Oak desk lamp, model L-100, batch 2026-03',
  identification: 'The batch stands on the label under the foot.',
  imageUrl: 'https://pictures.example/O-d9c3a5.svg',
  sold: 'March to June 2026, online.',
  hazard: 'The cable can come loose in the foot and give an electric shock.',
  action: 'Stop using the lamp at once and unplug it.',
  remedies: [
    { kind: 'repair', text: 'We send you a box and bring it back within two weeks.' },
    { kind: 'replacement', text: null },
    { kind: 'refund', text: null },
  ],
  contact: { phone: '+49 800 123456', email: 'safety@nordlicht.example', url: null },
  passportIds: [],
  acknowledged: null,
  ...facts,
});
