// The returns widget for the harness's page.
import { createReturnsModel, Returns, type ReturnsSource, returnsStyles } from '../src/returns/index.ts';
import { createLaterModel } from '../src/returns/later.model.ts';
import { sampleStates } from '../src/returns/sample-states.ts';
import { galleryWidget, silent, still } from './gallery-widget.tsx';

/** Sending things back. */
export const returns = galleryWidget('returns', returnsStyles, sampleStates, (state, look, name) => {
  const model = createReturnsModel({
    source: silent<ReturnsSource>(),
    drafts: null,
    later: () => createLaterModel,
    restore: {
      state,
      session: { token: 't', expiresAt: '2027-01-01T00:00:00.000Z', orderId: 'ord_1' },
    },
    environment: still(!name.includes('offline')),
  });
  // Going on asks for sums and settles what was under way; the picture is of the state as it is.
  (model.state as { value: unknown }).value = state;
  return { model, view: <Returns model={model} {...look} withdrawalUrl="https://shop.example/withdraw" /> };
});
