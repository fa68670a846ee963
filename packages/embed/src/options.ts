import { all, currentScript } from './document-access.ts';
import type { PostludeOptions } from './settings.ts';

const names = ['store', 'api', 'base', 'locale', 'theme', 'nonce', 'debug'] as const;
const ownFile = /\/postlude(-[\w]+)?\.js([?#]|$)/;

/**
 * What the page says before the script runs: the global, then the script's own attributes. The script is found by
 * `currentScript` or, where that is empty (modules, optimisers, tag managers), by its file's name or its key.
 */
export function readOptions(given: unknown): PostludeOptions {
  // An element with the id `Postlude` is found under that name too, and is no options.
  const fromGlobal: Record<string, unknown> = isPlain(given) ? given : {};
  const script = ownScript();
  const options: Record<string, unknown> = {};
  for (const name of names) {
    options[name] = fromGlobal[name] || script?.getAttribute(`data-${name}`) || undefined;
  }
  if (script) {
    // The attribute reads as empty once the browser has hidden it; the property keeps it.
    options.nonce = options.nonce || script.nonce;
    options.base = options.base || (script.src && new URL('.', script.src).href);
  }
  return options as PostludeOptions;
}

/** True for `{…}`, and for nothing the page's markup can put under a name. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function ownScript(): HTMLScriptElement | null {
  const running = currentScript();
  if (running && (ownFile.test(running.src) || running.hasAttribute('data-store'))) return running;
  let found: HTMLScriptElement | null = null;
  for (const script of all<HTMLScriptElement>('script')) {
    if (ownFile.test(script.src)) found = script;
    else if (!found && /^pk_/.test(script.getAttribute('data-store') || '')) found = script;
  }
  return found || running;
}
