import type { RefObject, VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { BeforeOrder, notDrawn } from '../order-session/before-order.tsx';
import { useHeadlineFocus } from '../order-session/headline-focus.ts';
import type { WidgetProps } from '../order-session/widget-props.ts';
import { WidgetRoot } from '../order-session/widget-root.tsx';
import { whenSeen } from '../review-prompt/when-seen.ts';
import { announcement } from './announcement.ts';
import type { ReferralModel } from './options.ts';
import { Card, placeOf } from './parts/card.tsx';
import type { english } from './referral.messages.ts';
import { createUi, type Ui } from './ui.ts';

/** What recommending is given. */
export type ReferralProps = WidgetProps<ReferralModel, keyof typeof english>;

/** Recommending a shop. Give the root it stands in `referralStyles` by `adoptStyles`. */
export function Referral(props: ReferralProps): VNode {
  const { model, locale, catalogue, messages, theme, timeZone, report } = props;
  const ui = useMemo(() => createUi(props), [model, locale, catalogue, messages, timeZone, report]);
  const root = useRef<HTMLDivElement>(null);
  const isShown = !model.hidden.value;
  useEffect(
    () => (isShown && root.current ? whenSeen(root.current, ui.guard(model.seen)) : undefined),
    [model, isShown],
  );
  return (
    <WidgetRoot
      ui={ui}
      root={root}
      class="referral"
      theme={theme}
      report={report}
      news={model.news}
      announce={(news) => announcement(ui, news)}
      fallback={notDrawn(ui)}
    >
      {isShown ? <Body ui={ui} root={root} /> : null}
    </WidgetRoot>
  );
}

/** The widget in its state. */
function Body({ ui, root }: { readonly ui: Ui; readonly root: RefObject<HTMLDivElement | null> }): VNode {
  const state = ui.model.state.value;
  useHeadlineFocus(root, state.kind === 'ready' ? placeOf(state.card) : state.kind);
  return state.kind === 'ready' ? <Card ui={ui} state={state} /> : <BeforeOrder ui={ui} state={state} />;
}
