import { adoptStyles } from '@postlude/widgets/kit';
import { createRecalls, english, Recalls, type RecallsModel, recallsStyles } from '@postlude/widgets/recalls';
import { render } from 'preact';
import { complain } from '../guard.ts';
import type { WidgetSettings } from '../settings.ts';
import type { Load } from '../widget.ts';
import { catalogueOf } from './catalogue.ts';
import type { SeenOrder } from './seen.ts';
import { reachable } from './session-source.ts';

/** The recalls of an order, with the newest token that opens it. */
interface Known {
  readonly model: RecallsModel;
  newest: SeenOrder;
  /** When it was read last, in milliseconds since 1970, and what resolves once it is. */
  at: number;
  reading: Promise<void>;
}

/** How long what was read counts as news, and how long a widget waits for it at most, in milliseconds. */
const fresh = 30_000;
const patience = 4_000;

/** By backend, store and order: what is read in one widget of the page is read in all. */
const known = new Map<string, Known>();

function recallsOf(settings: WidgetSettings, newest: SeenOrder, load: Load): Known {
  const { id, recalls } = newest.order;
  const key = JSON.stringify([settings.api, settings.store, id, settings.locale]);
  const there = known.get(key);
  if (there) {
    const isOther = there.newest.order.recalls !== recalls || Date.now() - there.at > fresh;
    there.newest = newest;
    if (isOther) read(there);
    return there;
  }
  const source = async () => (await reachable(load('recalls-client'))).createRecallsSource(settings);
  const model = createRecalls({
    source: {
      list: async (access, signal) => (await source()).list(access, signal),
      answer: async (access, recall, remedy, signal) =>
        (await source()).answer(access, recall, remedy, signal),
    },
    use: (work, signal) => work({ token: made.newest.token, orderId: id }, signal),
    after(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const made: Known = { model, newest, at: 0, reading: Promise.resolve() };
  known.set(key, made);
  read(made);
  return made;
}

function read(of: Known): void {
  of.at = Date.now();
  of.reading = of.model.refresh();
}

/**
 * Shows the recalls of an order above a widget, in place of those of an order that was there before. Resolves once they stand
 * there, or take too long.
 * @param room where the widget draws
 */
export async function showRecalls(
  room: HTMLElement,
  order: SeenOrder,
  settings: WidgetSettings,
  load: Load,
): Promise<void> {
  const { language, locale, nonce, theme } = settings;
  const { model, reading } = recallsOf(settings, order, load);
  const texts = language === 'en' ? undefined : await load(`recalls.${language}`).catch(() => undefined);
  adoptStyles(room.getRootNode() as ShadowRoot, [recallsStyles], nonce);
  const before = room.previousElementSibling;
  const place = before?.hasAttribute('data-recalls') ? before : document.createElement('div');
  place.setAttribute('data-recalls', '');
  room.before(place);
  render(
    <Recalls
      model={model}
      locale={locale}
      catalogue={catalogueOf(texts?.catalogue, { recalls: english })}
      theme={theme}
      report={complain}
    />,
    place,
  );
  await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, patience))]);
  // The bars that stand for the widget are not pushed down: what comes now begins below the notice.
  if (room.querySelector('.skeleton')) {
    room.remove();
    place.after(room);
  }
}
