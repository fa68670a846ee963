import type { PostludeOptions } from './settings.ts';

const ownFile = /\/postlude(-\w+)?\.js/;

/**
 * What the page says before the script runs: the global, then the script's own `data-` attributes. The script is found
 * by `currentScript` or, where that is empty (modules, optimisers, tag managers), by its file's name or its key.
 */
export function readOptions(given: object): PostludeOptions {
  // From the prototype, because an element named `currentScript` stands in for the member of `document`.
  let script: unknown = Reflect.get(Document.prototype, 'currentScript', document);
  if (!isOurs(script)) {
    for (const candidate of document.querySelectorAll('script')) if (isOurs(candidate)) script = candidate;
  }
  if (!(script instanceof HTMLScriptElement)) return given;
  return Object.assign(
    {
      base: script.src && new URL('.', script.src).href,
      // The attribute reads as empty once the browser has hidden it; the property keeps it.
      nonce: script.nonce,
    },
    script.dataset,
    given,
  );
}

/** What a page holds under a name, if it is `{…}`: an element with the id `Postlude` is found under that name too. */
export function plain(value: unknown): Readonly<Record<string, unknown>> {
  return `${value}` === '[object Object]' ? (value as Record<string, unknown>) : {};
}

const isOurs = (script: unknown) =>
  script instanceof HTMLScriptElement &&
  (ownFile.test(script.src) || /^pk_/.test(script.dataset.store as string));
