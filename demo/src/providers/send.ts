import type { Provider } from '@postlude/contract';
import type { ProviderMessage } from './message.ts';
import { sign } from './sign.ts';

/** Where a provider sends to, and the secret it signs with: what `postlude webhook add` printed. */
export type Webhooks = Readonly<Record<Provider, { readonly url: string; readonly secret: string }>>;

/** A message with what became of it, for the panel. */
export interface Sent {
  readonly provider: Provider;
  readonly topic: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

/** Signs a message and posts it over HTTP, as its provider would. `now` is the demo's time, which a signature may hold. */
export async function send(message: ProviderMessage, webhooks: Webhooks, now: Date): Promise<Sent> {
  const { provider, topic, body } = message;
  const { url, secret } = webhooks[provider];
  const signature: (secret: string, body: string, now: Date) => Readonly<Record<string, string>> =
    sign[provider];
  const headers = {
    'Content-Type': 'application/json',
    ...message.headers,
    ...signature(secret, body, now),
  };
  const response = await fetch(url, { method: 'POST', headers, body });
  return { provider, topic, url, headers, body, status: response.status, answer: await response.text() };
}
