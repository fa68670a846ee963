import { chunkLoading } from './chunk-loading.ts';
import { defineElement } from './element.ts';
import { complain, guarded } from './guard.ts';
import { watchMounts } from './mounts.ts';
import { isPlain, readOptions } from './options.ts';
import type { PostludeGlobal } from './postlude-global.ts';
import type { PostludeOptions } from './settings.ts';

declare const __POSTLUDE_CHUNKS__: Readonly<Record<string, readonly string[]>>;
declare const __POSTLUDE_VERSION__: string;

type Waiting = { readonly queue?: Iterable<unknown> };

/**
 * The script of the snippet. Finds its settings, registers the tags, and leaves everything else to chunks that come when
 * an element is near. Where the browser is too old for custom elements it does nothing, and the page's own content stays.
 */
const load = () => {
  const page = window as unknown as { Postlude?: unknown };
  const before = page.Postlude;
  if (isPlain(before) && before.version) {
    return complain(`already here as ${before.version}, so ${__POSTLUDE_VERSION__} does nothing`);
  }

  let options = readOptions(before);
  const listeners = new Set<() => void>();
  const names = Object.keys(__POSTLUDE_CHUNKS__);
  const run = (task: unknown) => {
    if (typeof task === 'function') guarded(task as (api: PostludeGlobal) => void)(api);
  };
  const api: PostludeGlobal = {
    version: __POSTLUDE_VERSION__,
    ready: Promise.resolve(),
    queue: { push: run },
    configure: guarded((more: PostludeOptions) => {
      // The code is never taken from elsewhere once it runs.
      options = Object.assign({}, options, more, { base: options.base });
      for (const changed of listeners) changed();
    }),
  };
  page.Postlude = api;

  if (!options.base) {
    return complain('window.Postlude.base is needed here');
  }
  const host = {
    options: () => options,
    load: chunkLoading(options.base.replace(/\/*$/, '/'), __POSTLUDE_CHUNKS__),
    languages: names.filter((name) => /^locale-/.test(name)).map((name) => name.slice(7)),
    listeners,
  };
  defineElement('postlude-order-tracking', host);
  watchMounts({ 'order-tracking': 'postlude-order-tracking' });
  for (const task of (isPlain(before) && (before as Waiting).queue) || []) run(task);
};

if (
  typeof customElements === 'object' &&
  typeof Element.prototype.attachShadow === 'function' &&
  typeof fetch === 'function' &&
  typeof AbortController === 'function'
) {
  guarded(load)();
}
