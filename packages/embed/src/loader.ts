import { chunkLoading } from './chunk-loading.ts';
import { defineElement } from './element.ts';
import { complain, guarded } from './guard.ts';
import { watchMounts } from './mounts.ts';
import { plain, readOptions } from './options.ts';
import type { PostludeGlobal } from './postlude-global.ts';
import type { Heights } from './room.ts';
import type { PostludeOptions } from './settings.ts';
import type { WidgetName } from './widget.ts';

/** What the build tells its loader: where its chunks are, and the widgets with the room and the chunks each needs. */
declare const __POSTLUDE_BUILD__: {
  readonly path: string;
  readonly widgets: Readonly<Record<string, Heights>>;
};
declare const __POSTLUDE_VERSION__: string;

type Waiting = { readonly queue?: Iterable<unknown> };

/**
 * The script of the snippet. Finds its settings, registers the tags, and leaves everything else to chunks that come when
 * an element is near. Where the browser is too old for custom elements it does nothing, and the page's own content stays.
 */
const load = () => {
  const page = window as unknown as { Postlude?: unknown };
  const before = plain(page.Postlude);
  if (before.version) {
    return complain(`${before.version} here before ${__POSTLUDE_VERSION__}`);
  }

  const { path, widgets } = __POSTLUDE_BUILD__;
  let options = readOptions(before);
  const listeners = new Set<() => void>();
  const run = (task: unknown) => {
    if (typeof task === 'function') guarded(task as (api: PostludeGlobal) => void)(api);
  };
  const api: PostludeGlobal = {
    ready: Promise.resolve(),
    queue: { push: run },
    version: __POSTLUDE_VERSION__,
    configure: guarded((more: PostludeOptions) => {
      options = Object.assign({}, options, more);
      for (const changed of listeners) changed();
    }),
  };
  page.Postlude = api;

  if (!options.base) {
    return complain('set data-base');
  }
  const host = {
    options: () => options,
    load: chunkLoading(options.base.replace(/\/*$/, path), widgets),
    widgets,
    listeners,
  };
  for (const name of Object.keys(widgets)) defineElement(name as WidgetName, host);
  watchMounts();
  for (const task of (before as Waiting).queue || []) run(task);
};

if (window.customElements && (window as Partial<typeof window>).queueMicrotask) guarded(load)();
