import type { WidgetSettings } from './settings.ts';
import { type FirstAnswer, firstKey } from './widget.ts';

/**
 * Asks for the session at once, without the client's code, when the page brings its proof. Sent as text/plain so that
 * the browser needs no preflight.
 */
export function askFirst(settings: WidgetSettings): FirstAnswer | undefined {
  const { order, proof } = settings;
  if (!order || !proof || settings.session) return undefined;
  const aborting = new AbortController();
  const response = send(
    `${settings.api}/v1/sessions?store=${encodeURIComponent(settings.store)}`,
    // Written by hand: a page's Prototype.js puts `toJSON` on strings and arrays, which breaks JSON.stringify.
    `{"by":"proof","order":${quoted(order)},"proof":${quoted(proof)}}`,
    aborting.signal,
  );
  // The widget looks at it later; until then a failure must not reach the page as one nobody handles.
  response.catch(() => {});
  return { key: firstKey(settings), response, abort: () => aborting.abort() };
}

/** Async, so that a `fetch` which the page has replaced can only reject, never throw. */
const send = async (url: string, body: string, signal: AbortSignal) =>
  fetch(url, { method: 'POST', body, credentials: 'omit', signal });

/** A JSON string of any text. */
export function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON wants escaped.
  const escaped = text.replace(/["\\\u0000-\u001f\u007f-\uffff]/g, (unit) => {
    return `\\u${`000${unit.charCodeAt(0).toString(16)}`.slice(-4)}`;
  });
  return `"${escaped}"`;
}
