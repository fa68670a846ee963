import { showFailure } from './failure.ts';
import { askFirst } from './first-answer.ts';
import { complain, guarded } from './guard.ts';
import { reserveRoom } from './reserve.ts';
import { type ElementProperty, meantText, type PostludeOptions, type WidgetSettings } from './settings.ts';
import { tellPage } from './tell-page.ts';
import type { FirstAnswer, Load, LoadedCatalogue, Widget } from './widget.ts';

/** What all elements of a page share. */
export interface ElementHost {
  options(): PostludeOptions;
  readonly load: Load;
  /** Has a key for each chunk there is. */
  readonly chunks: object;
  /** Runs for each element on the page when the options change. */
  readonly listeners: Set<() => void>;
}

/** What an element's callbacks call. */
export interface Control {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  /** Something about the element may have changed: where it is, what is set. */
  changed(): void;
  /** Asks for news now. */
  refresh(): void;
}

/** How long a shopper waits for a widget's code before being told, in milliseconds. */
const patience = 10_000;

/**
 * Runs one element: waits until it is near, loads code and data at the same time, and hands over to the widget.
 * Everything that happens to an element is looked at together, a microtask later: by then a move through the page is no
 * longer a removal, and a framework has set all attributes it wanted to set.
 */
export function controlElement(element: HTMLElement, host: ElementHost): Control {
  const values: Partial<Record<string, unknown>> & { session?: unknown; loading?: unknown } = {};
  const root = element.attachShadow({ mode: 'open' });
  const room = root.appendChild(document.createElement('div'));
  room.appendChild(document.createElement('slot'));
  reserveRoom(root);
  let widget: Widget | undefined;
  let first: FirstAnswer | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts and departures; what belongs to an earlier one is of no use any more. */
  let round = 0;
  let present = false;
  let started = false;
  let pending = false;

  const settings = (): WidgetSettings => {
    const page = host.options();
    const text = (name: ElementProperty) => meantText(values[name]);
    const locale =
      element.getAttribute('lang') ||
      page.locale ||
      (element.closest<HTMLElement>('[lang]') || document.documentElement).lang;
    const [language = ''] = locale.toLowerCase().split(/[^a-z]/);
    return Object.assign({}, page, {
      store: text('store') || page.store,
      api: text('api') || page.api || page.base,
      order: text('order'),
      proof: text('proof'),
      session: (typeof values.session === 'object' && values.session) || text('session'),
      theme: text('theme') || page.theme,
      locale,
      language: `locale-${language}` in host.chunks ? language : 'en',
    }) as WidgetSettings;
  };

  const texts = async ({ language }: WidgetSettings): Promise<LoadedCatalogue | undefined> => {
    try {
      return language === 'en' ? undefined : (await host.load(`locale-${language}` as 'locale-de')).catalogue;
    } catch {
      // English, which is there anyway, is better than nothing.
      return undefined;
    }
  };

  const start = async () => {
    const now = settings();
    if (!now.store || !now.api) return complain('set data-store');
    const mine = ++round;
    const failed = guarded((reason: unknown) => {
      if (mine !== round || widget) return;
      complain(reason);
      showFailure(element, room, now.language, start);
      tellPage(element, 'error', { code: 'code_not_loaded', requestId: null });
    });
    started = true;
    first = first || askFirst(now);
    late = setTimeout(failed, patience, 'timeout');
    // The first date format of a page takes as long as the whole card. Now, while the network works, nobody waits for it; and
    // a third of it is the locales' own data, which can be had in a task before.
    setTimeout(guarded(() => new Intl.Locale('en').maximize()));
    setTimeout(Intl.DateTimeFormat);
    try {
      const [chunk, catalogue] = await Promise.all([host.load('order-tracking'), texts(now)]);
      if (mine !== round || widget) return;
      widget = chunk.mount({ element, root, room, first, load: host.load }, settings(), catalogue);
      first = undefined;
      changed();
    } catch (error) {
      failed(error);
    }
    clearTimeout(late);
  };

  // 400 px before it comes into view: time enough, mostly, to be there when the shopper is.
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      start();
    },
    { rootMargin: '400px' },
  );

  const leave = () => {
    if (!present) return;
    present = started = false;
    host.listeners.delete(changed);
    near.disconnect();
    clearTimeout(late);
    round++;
    if (first) first.aborting.abort();
    first = undefined;
    if (widget) widget.pause();
  };

  const settle = guarded(() => {
    pending = false;
    if (!element.isConnected) return leave();
    if (!present) {
      present = true;
      host.listeners.add(changed);
      if (widget) widget.resume();
    }
    if (widget) {
      const now = settings();
      const mine = ++round;
      texts(now).then(
        guarded((catalogue) => {
          if (widget && mine === round) widget.update(now, catalogue);
        }),
      );
    } else if (!started) {
      if (values.loading === 'eager') start();
      else near.observe(element);
    }
  });

  const changed = () => {
    if (!pending) queueMicrotask(settle);
    pending = true;
  };

  return {
    get: (name) => values[name],
    set(name, value) {
      values[name] = value;
      changed();
    },
    changed,
    refresh() {
      if (widget) widget.refresh();
    },
  };
}
