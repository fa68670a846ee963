import type { Session } from '@postlude/contract';
import { adoptStyles } from '@postlude/widgets/kit';
import { createRecalls, english, Recalls, type RecallsModel, recallsStyles } from '@postlude/widgets/recalls';
import { render } from 'preact';
import { complain } from '../guard.ts';
import type { WidgetSettings } from '../settings.ts';
import type { Load } from '../widget.ts';
import { catalogueOf } from './catalogue.ts';
import { reachable } from './session-source.ts';

/** The recalls of an order, with the newest session that opens it. */
interface Known {
  readonly model: RecallsModel;
  readonly newest: { session: Session };
}

/** By backend, store and order: what is read in one widget of the page is read in all. */
const known = new Map<string, Known>();

function recallsOf(settings: WidgetSettings, session: Session, load: Load): RecallsModel {
  const key = JSON.stringify([settings.api, settings.store, session.order.id, settings.locale]);
  const there = known.get(key);
  if (there) {
    there.newest.session = session;
    return there.model;
  }
  const source = async () => (await reachable(load('recalls-client'))).createRecallsSource(settings);
  // Asked for while the model is being made, which reads at once.
  const newest = { session };
  const model = createRecalls({
    source: {
      list: async (access, signal) => (await source()).list(access, signal),
      answer: async (access, id, remedy, signal) => (await source()).answer(access, id, remedy, signal),
    },
    use: (work, signal) => work({ token: newest.session.token, orderId: newest.session.order.id }, signal),
    after(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  known.set(key, { model, newest });
  return model;
}

/**
 * Shows the recalls of a session's order above a widget, in place of those of an order that was there before.
 * @param room where the widget draws
 */
export async function showRecalls(
  room: HTMLElement,
  session: Session,
  settings: WidgetSettings,
  load: Load,
): Promise<void> {
  const { language, locale, nonce, theme } = settings;
  const texts = language === 'en' ? undefined : await load(`recalls.${language}`).catch(() => undefined);
  const before = room.previousElementSibling;
  const place = before?.hasAttribute('data-recalls') ? before : document.createElement('div');
  place.setAttribute('data-recalls', '');
  room.before(place);
  adoptStyles(room.getRootNode() as ShadowRoot, [recallsStyles], nonce);
  render(
    <Recalls
      model={recallsOf(settings, session, load)}
      locale={locale}
      catalogue={catalogueOf(texts?.catalogue, { recalls: english })}
      theme={theme}
      report={complain}
    />,
    place,
  );
}
