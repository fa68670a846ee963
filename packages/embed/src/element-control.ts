import { failureTexts, showFailure } from './failure.ts';
import { askFirst } from './first-answer.ts';
import { complain, guarded } from './guard.ts';
import { type Heights, keepRoom } from './room.ts';
import { elementProperties, meantText, type PostludeOptions, type WidgetSettings } from './settings.ts';
import { tellPage } from './tell-page.ts';
import type { FirstAnswer, Load, LoadTexts, Widget, WidgetName } from './widget.ts';

/** What all elements of a page share. */
export interface ElementHost {
  options(): PostludeOptions;
  readonly load: Load;
  /** The widgets, each with the room it takes. */
  readonly widgets: Readonly<Record<string, Heights>>;
  /** Runs for each element on the page when the options change. */
  readonly listeners: Set<() => void>;
}

/** What an element's callbacks call. */
export interface Control {
  get(property: string): unknown;
  set(property: string, value: unknown): void;
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
export function controlElement(element: HTMLElement, host: ElementHost, name: WidgetName): Control {
  const values: Partial<Record<string, unknown>> & { session?: unknown; loading?: unknown } = {};
  const root = element.attachShadow({ mode: 'open' });
  const setRoom = keepRoom(root, host.widgets[name] as Heights);
  const room = root.appendChild(document.createElement('div'));
  room.appendChild(document.createElement('slot'));
  let widget: Widget | undefined;
  let first: FirstAnswer | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts and departures; what belongs to an earlier one is of no use any more. */
  let round = 0;
  let started = false;
  let pending = false;

  const settings = (): WidgetSettings => {
    const page = host.options();
    const locale = element.lang || page.locale || (element.closest<HTMLElement>('[lang]') || element).lang;
    const language = locale.toLowerCase().split(/[^a-z]/)[0] as string;
    const all: Record<string, unknown> = Object.assign({}, page as object, {
      api: page.api || page.base,
      locale,
      language: failureTexts[language] ? language : 'en',
    });
    for (const property of elementProperties) {
      const text = meantText(values[property]);
      if (text) all[property] = text;
    }
    if (typeof values.session === 'object') all.session = values.session;
    return all as unknown as WidgetSettings;
  };

  // English, which is there anyway, is better than nothing.
  const texts: LoadTexts = async ({ language }) =>
    language === 'en'
      ? undefined
      : host.load(`${name}.${language}`).then(
          ({ catalogue }) => catalogue,
          () => undefined,
        );

  const start = async () => {
    near.disconnect();
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
    // The first date format of a page takes longer than the whole card. Now, while the network works, nobody waits for it; and
    // most of it is what locales may be extended by, which can be had in a task before.
    setTimeout(guarded(() => new Intl.Locale('en-u-ca')));
    setTimeout(Intl.DateTimeFormat);
    try {
      const [chunk, catalogue] = await Promise.all([host.load(name), texts(now)]);
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
      if (entries.some((entry) => entry.isIntersecting)) start();
    },
    { rootMargin: '400px' },
  );

  const leave = () => {
    started = false;
    near.disconnect();
    clearTimeout(late);
    round++;
    if (first) first.aborting.abort();
    first = undefined;
  };

  const settle = guarded(() => {
    pending = false;
    const here = element.isConnected;
    const now = settings();
    setRoom(now);
    host.listeners[here ? 'add' : 'delete'](changed);
    if (widget) widget.settle(here, now, texts);
    else if (!here) leave();
    else if (started) return;
    else if (values.loading === 'eager') start();
    else near.observe(element);
  });

  const changed = () => {
    if (!pending) queueMicrotask(settle);
    pending = true;
  };

  return {
    get: (property) => values[property],
    set(property, value) {
      values[property] = value;
      changed();
    },
    changed,
    refresh() {
      if (widget) widget.refresh();
    },
  };
}
