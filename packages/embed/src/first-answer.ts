import type { WidgetSettings } from './settings.ts';
import type { FirstAnswer } from './widget.ts';

const asked: Record<string, FirstAnswer | undefined> = {};

/**
 * Asks for the session at once, without the client's code, when the page brings its proof; once for all elements about
 * the same order. Sent as text/plain so that the browser needs no preflight.
 */
export function askFirst(settings: WidgetSettings): FirstAnswer | undefined {
  const { api, order, proof, session, store } = settings;
  if (!order || !proof || session) return undefined;
  const url = api.replace(/\/*$/, '/v1/sessions?store=') + encodeURIComponent(store);
  // Put together by hand, because old libraries give objects a `toJSON` that breaks JSON.stringify; a proof has no
  // character that would need an escape.
  const body = `{"by":"proof","order":${JSON.stringify(order)},"proof":"${proof}"}`;
  let first = asked[url + body];
  if (!first || first.aborting.signal.aborted) {
    const aborting = new AbortController();
    const response = send(url, { method: 'POST', body, credentials: 'omit', signal: aborting.signal });
    // The widget looks at it later; until then a failure must not reach the page as one nobody handles.
    response.catch(() => {});
    first = asked[url + body] = { settings, response, aborting };
  }
  return first;
}

/** Async, so that a `fetch` which the page has replaced can only reject, never throw. */
const send = async (url: string, request: RequestInit) => fetch(url, request);
