import { getCurrentAsk, respondToAsk } from './asks.ts';
import type { Transport } from './transport.ts';

/** A function of this package without its transport. */
type Bound<F> = F extends (transport: Transport, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

/** What the shopper may be asked. */
export interface ClientAsks {
  /** `getCurrentAsk`: one kind at most. */
  readonly current: Bound<typeof getCurrentAsk>;
  /** `respondToAsk`: an offer was shown or dismissed. */
  readonly respond: Bound<typeof respondToAsk>;
}

/** The calls with their transport. */
export const asksOf = (transport: Transport): ClientAsks => ({
  current: (...rest) => getCurrentAsk(transport, ...rest),
  respond: (...rest) => respondToAsk(transport, ...rest),
});
