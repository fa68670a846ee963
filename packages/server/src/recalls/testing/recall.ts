import type { RecallInput } from '@postlude/contract';

/** A recall of a lamp; what is told replaces what it says. */
export function recallInput(changes: Partial<RecallInput> = {}): RecallInput {
  return {
    reference: 'R-1',
    scope: { productIds: ['lamp'] },
    product: { en: 'Nordlicht lamp, model NL-2', de: 'Lampe Nordlicht, Modell NL-2' },
    hazard: {
      en: 'The cable can overheat and burn skin.',
      de: 'Das Kabel kann überhitzen und Haut verbrennen.',
    },
    action: { en: 'Stop using it at once and unplug it.', de: 'Benutzen Sie sie ab sofort nicht mehr.' },
    remedies: [{ kind: 'replacement' }, { kind: 'refund', text: { en: 'In full.' } }],
    contact: { phone: '+49 800 1234567', email: null, url: 'https://shop.example.com/recall' },
    ...changes,
  };
}
