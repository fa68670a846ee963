import type { Session } from '@postlude/contract';
import type { Theme } from '@postlude/widgets/kit';
import {
  adoptStyles,
  createOrderTrackingModel,
  OrderTracking,
  type OrderTrackingModel,
  type OrderTrackingSnapshot,
  orderTrackingStyles,
} from '@postlude/widgets/order-tracking';
import { render } from 'preact';
import { complain, guarded } from '../guard.ts';
import { elementCss } from '../reserve.ts';
import { meantText, type WidgetSettings } from '../settings.ts';
import { tellPage } from '../tell-page.ts';
import type { LoadedCatalogue, Widget, WidgetPlace } from '../widget.ts';
import { catalogueOf } from './catalogue.ts';
import { checkAttributes } from './check-attributes.ts';
import { contain } from './containment.ts';
import { isSession } from './first-session.ts';
import { createOrderSource } from './order-source.ts';
import { isSameOrder } from './same-order.ts';

const themes: readonly unknown[] = ['light', 'dark', 'auto', 'host'] satisfies Theme[];

/** Puts the tracking card into an element. The loader calls it once for each element, when the chunk is there. */
export function mount(
  place: WidgetPlace,
  settings: WidgetSettings,
  catalogue: LoadedCatalogue | undefined,
): Widget {
  const { element, root, room, load } = place;
  let { first } = place;
  let now = settings;
  let texts = catalogueOf(catalogue);
  let model: OrderTrackingModel | undefined;
  let left: OrderTrackingSnapshot | undefined;
  let drawn = false;

  const tellError = (code: string) => tellPage(element, 'error', { code, requestId: null });
  const report = (error: unknown) => {
    complain(error);
    tellError('unexpected');
  };

  /** Out of the back/forward cache comes a page as it was, perhaps hours ago. */
  const pageShown = (event: PageTransitionEvent) => {
    if (event.persisted) model?.refresh();
  };

  const open = (restore?: OrderTrackingSnapshot) => {
    const { order, proof } = now;
    model = createOrderTrackingModel({
      source: createOrderSource(now, first, load, tellError),
      request: order && proof ? { by: 'proof', order, proof } : undefined,
      orderNumber: order,
      session: sessionIn(now.session),
      restore,
      onEvent: ({ type, ...detail }) => tellPage(element, type, detail),
      report,
    });
    first = undefined;
    // With a form on screen the client will be needed; its code can come while the shopper types.
    if (model.state.peek().kind === 'lookup') load('client').catch(() => {});
  };

  const draw = () => {
    if (!model) return;
    if (!drawn) room.textContent = '';
    drawn = true;
    const theme = themes.includes(now.theme) ? now.theme : undefined;
    render(
      <OrderTracking model={model} locale={now.locale} catalogue={texts} theme={theme} report={report} />,
      room,
    );
  };

  if (meantText(settings.debug)) checkAttributes(element);
  contain(root);
  adoptStyles(root, [elementCss, ...orderTrackingStyles], settings.nonce);
  open();
  window.addEventListener('pageshow', pageShown);
  tellPage(element, 'ready', {});
  // In a task of its own: on a slow phone, this one was long enough with the code.
  setTimeout(guarded(draw));

  return {
    update(next, nextTexts) {
      const isOther = !isSameOrder(next, now);
      now = next;
      texts = catalogueOf(nextTexts);
      if (isOther) {
        model?.dispose();
        open();
      }
      draw();
    },
    refresh() {
      model?.refresh();
    },
    pause() {
      window.removeEventListener('pageshow', pageShown);
      left = model?.snapshot();
      model?.dispose();
      model = undefined;
    },
    resume() {
      window.addEventListener('pageshow', pageShown);
      open(left);
      draw();
    },
  };
}

/** A session the page brought along, as an object or as JSON; what is none is told in the console and left out. */
function sessionIn(given: unknown): Session | undefined {
  if (!given) return undefined;
  try {
    const session: unknown = typeof given === 'string' ? JSON.parse(given) : given;
    if (isSession(session)) return session;
  } catch {
    // Told below.
  }
  complain('What was given as session is none.');
  return undefined;
}
