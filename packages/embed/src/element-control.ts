import type { Catalogue } from '@postlude/widgets/kit';
import { showFailure } from './failure.ts';
import { askFirst } from './first-answer.ts';
import { complain, guarded } from './guard.ts';
import { languageAround, languageOf } from './language.ts';
import { stopWaiting, whenNear } from './nearness.ts';
import { reserveRoom } from './reserve.ts';
import { meant, meantText, type PostludeOptions, type WidgetSettings } from './settings.ts';
import { tellPage } from './tell-page.ts';
import type { Chunks, FirstAnswer, Load, Widget } from './widget.ts';

/** What all elements of a page share. */
export interface ElementHost {
  options(): PostludeOptions;
  readonly load: Load;
  /** The languages there are texts for beside English. */
  readonly languages: readonly string[];
  /** The elements on the page, told when the options change. */
  readonly controls: Set<Control>;
}

/** What an element's callbacks call. */
export interface Control {
  connected(): void;
  disconnected(): void;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  /** Looks at the settings again. */
  changed(): void;
}

/** How long a shopper waits for a widget's code before being told, in milliseconds. */
const patience = 10_000;

/** Runs one element: waits until it is near, loads code and data at the same time, and hands over to the widget. */
export function controlElement(element: HTMLElement, host: ElementHost): Control {
  const values: Record<string, unknown> = {};
  const root = element.shadowRoot || element.attachShadow({ mode: 'open' });
  let widget: Widget | undefined;
  let first: FirstAnswer | undefined;
  /** Counts the starts; an answer to an earlier one is of no use any more. */
  let starting = 0;
  let started = false;
  let present = false;
  let looking = false;

  const settings = (): WidgetSettings => {
    const page = host.options();
    const locale = element.getAttribute('lang') || page.locale || languageAround(element);
    const language = languageOf(locale);
    return {
      store: meantText(values['store']) || page.store || '',
      api: (meantText(values['api']) || page.api || page.base || '').replace(/\/+$/, ''),
      order: meantText(values['order']),
      proof: meantText(values['proof']),
      session: meant(values['session']) || sessionInside(element),
      locale,
      language: host.languages.indexOf(language) < 0 ? 'en' : language,
      theme: (meantText(values['theme']) || page.theme) as WidgetSettings['theme'],
      nonce: page.nonce,
      debug: !!meant(page.debug),
    };
  };

  const texts = (language: string): Promise<Catalogue | undefined> =>
    language === 'en'
      ? Promise.resolve(undefined)
      : host.load(`locale-${language}` as 'locale-de').then(
          (chunk) => chunk.catalogue,
          // English is better than nothing.
          () => undefined,
        );

  const start = () => {
    const now = settings();
    if (!now.store || !now.api) {
      complain('No store key: set data-store on the script, store on the element, or window.Postlude.store.');
      return;
    }
    const attempt = ++starting;
    started = true;
    const room = reserveRoom(root, now.nonce);
    first = first || askFirst(now);
    const late = setTimeout(failed, patience);
    Promise.all([host.load('order-tracking'), texts(now.language)])
      .then((loaded) => {
        if (attempt === starting && present && !widget) begin(loaded[0], loaded[1], now);
      })
      .catch(failed)
      .then(() => clearTimeout(late));

    function failed() {
      if (attempt !== starting || !present || widget) return;
      showFailure(room, now.language, start);
      tellPage(element, 'error', { code: 'code_not_loaded', requestId: null });
    }
  };

  const begin = (chunk: Chunks['order-tracking'], catalogue: Catalogue | undefined, was: WidgetSettings) => {
    widget = chunk.mount(
      { element, root, room: reserveRoom(root, was.nonce), first, load: host.load },
      was,
      catalogue,
    );
    first = undefined;
    // What changed while the code was on its way.
    control.changed();
  };

  const look = guarded(() => {
    looking = false;
    if (!present) return;
    if (!widget) {
      if (!started) wait();
      return;
    }
    const now = settings();
    texts(now.language).then(
      guarded((catalogue) => {
        if (widget && present) widget.update(now, catalogue);
      }),
    );
  });

  const wait = () => {
    if (meantText(values['loading']) === 'eager') start();
    else whenNear(element, start);
  };

  const leave = guarded(() => {
    if (element.isConnected || !present) return;
    present = false;
    host.controls.delete(control);
    stopWaiting(element);
    if (widget) return widget.pause();
    starting++;
    started = false;
    if (first) first.abort();
    first = undefined;
  });

  const control: Control = {
    connected() {
      if (present) return;
      present = true;
      host.controls.add(control);
      reserveRoom(root, host.options().nonce);
      if (widget) widget.resume();
      // Frameworks set attributes right after the element is in the page.
      else control.changed();
    },
    disconnected() {
      // A move takes an element out and puts it in again at once: that is no leaving.
      Promise.resolve().then(leave);
    },
    get: (name) => values[name],
    set(name, value) {
      values[name] = value;
      if (present) control.changed();
    },
    changed() {
      if (looking) return;
      looking = true;
      Promise.resolve().then(look);
    },
  };
  return control;
}

/** A session the page's server wrote into the element as `<script type="application/json">`. */
function sessionInside(element: HTMLElement): string | undefined {
  const block = element.querySelector('script[type="application/json"]');
  return (block && block.textContent) || undefined;
}
