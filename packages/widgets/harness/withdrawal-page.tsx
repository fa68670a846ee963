// The withdrawal function for the harness's page.
import { createWithdrawalModel, Withdrawal, withdrawalStyles } from '../src/withdrawal/index.ts';
import { sampleStates } from '../src/withdrawal/samples.ts';
import { galleryWidget, never, still } from './gallery-widget.tsx';

// Of what is not offered there is nothing to see.
const { off: _, ...states } = sampleStates;

/** Withdrawing from a contract. */
export const withdrawal = galleryWidget('withdrawal', withdrawalStyles, states, (state, look) => {
  const model = createWithdrawalModel({
    source: { terms: never, open: never, declare: never },
    restore: { state, sent: {} },
    environment: still(),
  });
  return { model, view: <Withdrawal model={model} {...look} /> };
});
