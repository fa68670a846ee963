// The returns widget on sample data that answers like a backend, for harness/returns-flow.mjs.
import { h, render } from 'preact';
import { order, shipment } from '../src/order-tracking/samples.ts';
import {
  adoptStyles,
  createReturnsModel,
  Returns,
  type ReturnsSource,
  returnsStyles,
} from '../src/returns/index.ts';
import { preparePhoto } from '../src/returns/photos/prepare-photo.ts';
import { filed } from '../src/returns/sample-filed.ts';
import { quoteFor, returnOptions, settlement } from '../src/returns/samples.ts';

/** What the page was asked, for the script to look at. */
export const asked: { name: string; values: unknown[] }[] = [];
/** Files as they came. */
export const sent: Blob[] = [];
export { preparePhoto };

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
const answers: Partial<Record<keyof ReturnsSource, (...values: never[]) => unknown>> = {
  open: () => ({
    token: 't',
    expiresAt: '2099-01-01T00:00:00.000Z',
    order: { ...order([shipment()]), id: returnOptions().orderId },
  }),
  options: () => returnOptions(),
  quote: (_: never, request: never) => {
    const { items, method } = request as { items: Parameters<typeof quoteFor>[0]; method: unknown };
    const isWhole = method && items.every(({ resolution }) => resolution);
    return quoteFor(items, isWhole ? { settlement } : {});
  },
  file: () => filed('approved', { items: filed().items.slice(0, 1) }),
  upload: (_: never, file: never) => {
    sent.push(file as Blob);
    return { id: `upl_${sent.length}` };
  },
  cancel: () => filed('cancelled', { canCancel: false, canChange: false }),
};
const source = new Proxy(
  {},
  {
    get:
      (_, name: keyof ReturnsSource) =>
      async (...values: never[]) => {
        asked.push({ name, values });
        await rest();
        return answers[name]?.(...values) ?? {};
      },
  },
) as ReturnsSource;

/** Puts the widget on the page. */
export function start(): void {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, returnsStyles);
  const model = createReturnsModel({
    source,
    request: { by: 'proof', order: '1001', proof: '0'.repeat(64) },
  });
  render(h(Returns, { model, locale: 'en-GB', history: true }), root);
}
