import type { RefObject, VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { BeforeOrder, notDrawn } from '../order-session/before-order.tsx';
import { useHeadlineFocus } from '../order-session/headline-focus.ts';
import type { WidgetProps } from '../order-session/widget-props.ts';
import { WidgetRoot } from '../order-session/widget-root.tsx';
import { announcement } from './announcement.ts';
import type { OrderTrackingModel } from './options.ts';
import type { OrderTrackingMessage } from './order-tracking.messages.ts';
import { OrderCard } from './parts/order-card.tsx';
import { createUi, type Ui } from './ui.ts';

/** What the tracking card is given. */
export type OrderTrackingProps = WidgetProps<OrderTrackingModel, OrderTrackingMessage>;

/** The tracking card. Give the root it stands in `orderTrackingStyles` by `adoptStyles`. */
export function OrderTracking(props: OrderTrackingProps): VNode {
  const { model, locale, catalogue, messages, theme, timeZone, report } = props;
  const ui = useMemo(() => createUi(props), [model, locale, catalogue, messages, timeZone, report]);
  const root = useRef<HTMLDivElement>(null);
  return (
    <WidgetRoot
      ui={ui}
      root={root}
      theme={theme}
      report={report}
      news={model.news}
      announce={(news) => announcement(ui, news)}
      fallback={notDrawn(ui)}
    >
      <Body ui={ui} root={root} />
    </WidgetRoot>
  );
}

function Body({ ui, root }: { ui: Ui; root: RefObject<HTMLDivElement | null> }): VNode {
  const state = ui.model.state.value;
  const before = useHeadlineFocus(root, state.kind);
  return state.kind === 'ready' ? (
    <OrderCard ui={ui} state={state} first={before === 'loading'} />
  ) : (
    <BeforeOrder ui={ui} state={state} />
  );
}
