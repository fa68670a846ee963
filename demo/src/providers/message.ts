import type { Provider } from '@postlude/contract';

/** A webhook as its provider sends it: what is signed is exactly `body`. */
export interface ProviderMessage {
  readonly provider: Provider;
  /** What the provider calls it. */
  readonly topic: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
