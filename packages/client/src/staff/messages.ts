import type { IncomingMessage, Provider, UnknownStatus } from '@postlude/contract';
import {
  listMessages as listRow,
  replayMessage as replayRow,
  listUnknownStatuses as unknownRow,
} from '@postlude/contract/endpoints';
import { type CallOptions, call } from '../call.ts';
import type { Transport } from '../transport.ts';
import type { Page, PageQuery } from './lists.ts';
import { type WriteOptions, write } from './writes.ts';

/** What a list of incoming messages may be narrowed to. */
export interface MessageQuery extends PageQuery {
  readonly state?: IncomingMessage['state'] | undefined;
  readonly provider?: Provider | undefined;
}

/**
 * Lists what came in, newest first: one page. `state: 'failed'` are those set aside with a reason.
 *
 * @throws ApiError `key_invalid`, `invalid_input`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listMessages(transport, { state: 'failed' });
 * ```
 */
export function listMessages(
  transport: Transport,
  query: MessageQuery = {},
  options: CallOptions = {},
): Promise<Page<IncomingMessage>> {
  return call(transport, listRow, { query }, options);
}

/**
 * Reads a stored message once more, as if it had just come in. Safe to repeat.
 *
 * @throws ApiError `key_invalid`, `not_found`; the others as every call.
 * @example
 * ```ts
 * const { state, reason } = await replayMessage(transport, 'msg_…');
 * ```
 */
export function replayMessage(
  transport: Transport,
  messageId: string,
  options: WriteOptions = {},
): Promise<IncomingMessage> {
  return call(transport, replayRow, { params: { messageId } }, write(replayRow, options));
}

/**
 * Lists what providers said that no mapping knows, most frequent first: one page.
 *
 * @throws ApiError `key_invalid`; the others as every call.
 * @example
 * ```ts
 * const { items } = await listUnknownStatuses(transport);
 * ```
 */
export function listUnknownStatuses(
  transport: Transport,
  query: PageQuery = {},
  options: CallOptions = {},
): Promise<Page<UnknownStatus>> {
  return call(transport, unknownRow, { query }, options);
}
