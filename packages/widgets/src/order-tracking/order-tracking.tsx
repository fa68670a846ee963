import { effect } from '@preact/signals';
import type { RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { LiveRegion } from '../kit/live-region.tsx';
import type { Theme } from '../kit/theme.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { Failure } from '../order-session/failure.tsx';
import { Lookup } from '../order-session/lookup.tsx';
import { Loading, Waiting } from '../order-session/waiting.tsx';
import { announcement } from './announcement.ts';
import type { OrderTrackingModel } from './options.ts';
import type { OrderTrackingMessage } from './order-tracking.messages.ts';
import { OrderCard } from './parts/order-card.tsx';
import { createUi, type Ui } from './ui.ts';

/** What the tracking card is given. */
export interface OrderTrackingProps {
  readonly model: OrderTrackingModel;
  /** A language tag in any spelling (`de_DE`, `pt-br`); one that cannot be used reads as that of the catalogue. */
  readonly locale?: string | undefined;
  /** The texts of one language (`@postlude/widgets/locales/de`); English unless given. */
  readonly catalogue?: Catalogue | undefined;
  /** The store's own words for single texts. */
  readonly messages?: Readonly<Partial<Record<OrderTrackingMessage, string>>> | undefined;
  /** `auto` unless given. */
  readonly theme?: Theme | undefined;
  /** The shopper's own zone unless given. */
  readonly timeZone?: string | undefined;
  /** Where errors go that the card caught. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The tracking card. Give the root it stands in `orderTrackingStyles` by `adoptStyles`. */
export function OrderTracking(props: OrderTrackingProps): VNode {
  const { model, locale, catalogue, messages, theme = 'auto', timeZone, report } = props;
  const ui = useMemo(() => createUi(props), [model, locale, catalogue, messages, timeZone, report]);
  const root = useRef<HTMLDivElement>(null);
  // After the first paint, when the region is there to be heard.
  useEffect(
    () =>
      effect(() => {
        const news = model.news.value;
        if (news) ui.said.value = { text: announcement(ui, news) };
      }),
    [ui],
  );
  const fallback = (retry: () => void): VNode => (
    <Failure
      ui={ui}
      problem={{ code: 'other', retryable: true, requestId: null, retryAt: null }}
      retry={retry}
      lookUp={() => {
        model.lookUp();
        retry();
      }}
    />
  );
  return (
    <div ref={root} class="root" part="root" data-theme={theme} lang={ui.locale} dir={ui.direction}>
      <LiveRegion said={ui.said} />
      <ErrorBoundary report={report} fallback={fallback}>
        <Body ui={ui} root={root} />
      </ErrorBoundary>
    </div>
  );
}

/** The card in its state. When another state takes the place of one that held the focus, its headline takes the focus. */
function Body({ ui, root }: { ui: Ui; root: RefObject<HTMLDivElement | null> }): VNode {
  const state = ui.model.state.value;
  const shown = useRef(state.kind);
  const before = shown.current;
  const held = before !== state.kind && holdsFocus(root.current);
  useLayoutEffect(() => {
    shown.current = state.kind;
    if (held && !holdsFocus(root.current)) root.current?.querySelector<HTMLElement>('.headline')?.focus();
  }, [state.kind]);
  switch (state.kind) {
    case 'loading':
      return <Loading ui={ui} />;
    case 'waiting':
      return <Waiting ui={ui} state={state} />;
    case 'lookup':
      return <Lookup ui={ui} state={state} />;
    case 'ready':
      return <OrderCard ui={ui} state={state} first={before === 'loading'} />;
    case 'failed': {
      const { problem } = state;
      return (
        <Failure
          ui={ui}
          problem={problem}
          retry={problem.retryable ? ui.model.refresh : null}
          lookUp={ui.model.lookUp}
        />
      );
    }
  }
}

function holdsFocus(element: Element | null): boolean {
  const within = element?.getRootNode() as Document | ShadowRoot | undefined;
  return Boolean(within?.activeElement && element?.contains(within.activeElement));
}
