// Recommending a shop for the harness's page.
import { createReferralModel, Referral, type ReferralSource, referralStyles } from '../src/referral/index.ts';
import { sampleStates } from '../src/referral/samples.ts';
import { galleryWidget, silent, still } from './gallery-widget.tsx';

/** Recommending, in every state. */
export const referral = galleryWidget('referral', referralStyles, sampleStates, (state, look) => {
  const model = createReferralModel({
    source: silent<ReferralSource>(),
    request: { by: 'proof', order: '1', proof: '0' },
    restore: {
      state,
      hidden: false,
      session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z', orderId: `ord_${'1'.repeat(32)}` },
    },
    environment: still(),
  });
  (model.state as { value: unknown }).value = state;
  return { model, view: <Referral model={model} {...look} /> };
});
