import { chunkLoading } from './chunk-loading.ts';
import { defineElement } from './element.ts';
import type { Control } from './element-control.ts';
import { complain, guarded } from './guard.ts';
import { watchMounts } from './mounts.ts';
import { isPlain, readOptions } from './options.ts';
import type { PostludeGlobal } from './postlude-global.ts';
import type { PostludeOptions } from './settings.ts';

declare const __POSTLUDE_CHUNKS__: Readonly<Record<string, readonly string[]>>;
declare const __POSTLUDE_VERSION__: string;

type Waiting = { readonly queue?: ArrayLike<unknown> };

/**
 * The script of the snippet. Finds its settings, registers the tags, and leaves everything else to chunks that come when
 * an element is near. Where the browser is too old for custom elements it does nothing, and the page's own content stays.
 */
const load = () => {
  const page = window as unknown as { Postlude?: unknown };
  const before = page.Postlude;
  if (isPlain(before) && before['version']) {
    complain(`Loaded more than once: ${before['version']} stays, ${__POSTLUDE_VERSION__} is not used.`);
    return;
  }

  let options = readOptions(before);
  const controls = new Set<Control>();
  const names = Object.keys(__POSTLUDE_CHUNKS__);
  const run = (task: unknown) => {
    if (typeof task === 'function') guarded(task as (api: PostludeGlobal) => void)(api);
  };
  const api: PostludeGlobal = {
    version: __POSTLUDE_VERSION__,
    ready: new Promise((resolve) => resolve()),
    queue: { push: run },
    configure: guarded((more: PostludeOptions) => {
      // The code is never taken from elsewhere once it runs.
      options = Object.assign({}, options, more, { base: options.base });
      controls.forEach((control) => {
        control.changed();
      });
    }),
  };
  page.Postlude = api;

  if (!options.base) {
    complain('Where the script came from is not known: set window.Postlude.base.');
    return;
  }
  const host = {
    options: () => options,
    load: chunkLoading(options.base.replace(/\/*$/, '/'), __POSTLUDE_CHUNKS__),
    languages: names.filter((name) => /^locale-/.test(name)).map((name) => name.slice(7)),
    controls,
  };
  defineElement('postlude-order-tracking', host);
  watchMounts({ 'order-tracking': 'postlude-order-tracking' });
  Array.prototype.forEach.call((isPlain(before) && (before as Waiting).queue) || [], run);
};

if (
  typeof customElements === 'object' &&
  typeof Element.prototype.attachShadow === 'function' &&
  typeof fetch === 'function' &&
  typeof AbortController === 'function'
) {
  guarded(load)();
}
