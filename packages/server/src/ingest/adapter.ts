import type { Provider } from '@postlude/contract';
import type { Fact } from './facts.ts';

/** A webhook as it came in: untouched bytes, with what came beside them. */
export interface RawMessage {
  /** Names in lower case; a header that was sent twice is joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
  readonly receivedAt: Date;
}

/** What can be wrong with a signature; each is a problem code of the contract. */
export type SignatureProblem = 'signature_missing' | 'signature_invalid' | 'signature_expired';

/** The outcome of a signature check. */
export type Verdict = 'ok' | SignatureProblem;

/** What an adapter needs to know of the store. */
export interface ReadContext {
  /** IANA zone of the store; stands in where a provider gives a wall clock without a zone. */
  readonly timeZone: string;
  /** ISO 4217 code of the store; stands in where a provider gives a price without a currency. */
  readonly currency: string;
}

/**
 * What a message says: facts, and the provider's words that are in no table (`tag=Foo`), or why there is nothing to
 * take from it. `ignored` is a sentence for staff.
 */
export type Reading = { readonly facts: readonly Fact[]; readonly unknown: readonly string[] } | Ignored;

/** A message that is in order and of no use here. */
export interface Ignored {
  readonly ignored: string;
}

/** What a message is, before it is read. */
export interface Description {
  /** The provider's name of the event (`orders/create`, `tracking_update`); `unknown` if it gives none. */
  readonly topic: string;
  /** The same for every delivery of the same message, different for different messages of one webhook. */
  readonly dedupeKey: string;
}

/** Everything Postlude knows of one provider. Pure: no I/O, no clock, no tables. */
export interface Adapter {
  readonly provider: Provider;
  /**
   * Checks the signature over the raw bytes. Any of the secrets may have signed (two are valid while one is rotated).
   * Without a secret nothing is ever `ok`.
   */
  verify(message: RawMessage, secrets: readonly string[], now: Date): Verdict;
  /** True for a greeting that carries no signature and no news; it is answered with 200 and not kept. */
  isPing(message: RawMessage): boolean;
  /** Never throws, so that what cannot be read can still be stored and replayed. */
  describe(message: RawMessage): Description;
  /** @throws {UnreadableMessage} when the message cannot be what it claims to be; nothing else is ever thrown. */
  read(message: RawMessage, context: ReadContext): Reading;
}

/** Why a message could not be read. Stable, for programs. */
export type UnreadableCode =
  | 'not_json'
  | 'not_an_object'
  | 'topic_missing'
  | 'field_missing'
  | 'field_invalid';

/** A message that cannot be read. Its text is a sentence for staff and holds no personal data. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
