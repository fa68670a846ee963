import type { RefObject, VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { Skeleton } from '../kit/skeleton.tsx';
import { useHeadlineFocus } from '../order-session/headline-focus.ts';
import type { WidgetProps } from '../order-session/widget-props.ts';
import { WidgetRoot } from '../order-session/widget-root.tsx';
import { announcement } from './announcement.ts';
import type { WithdrawalModel } from './options.ts';
import { Acknowledgement } from './parts/acknowledgement.tsx';
import { CheckStep } from './parts/check-step.tsx';
import { Failure } from './parts/failure.tsx';
import { FormStep } from './parts/form-step.tsx';
import { createUi, type Ui } from './ui.ts';
import type { WithdrawalMessages } from './withdrawal.messages.ts';

/** What the withdrawal function is given. The law asks for the language of the contract. */
export type WithdrawalProps = WidgetProps<WithdrawalModel, keyof WithdrawalMessages>;

/** The withdrawal function. Give the root it stands in `withdrawalStyles` by `adoptStyles`. */
export function Withdrawal(props: WithdrawalProps): VNode {
  const { model, locale, catalogue, messages, theme, timeZone, report } = props;
  const ui = useMemo(() => createUi(props), [model, locale, catalogue, messages, timeZone, report]);
  const root = useRef<HTMLDivElement>(null);
  const fallback = (retry: () => void): VNode => {
    const state = model.state.peek();
    const page = state.kind === 'failed' ? state.page : 'known' in state ? state.known.page : null;
    const problem = { code: 'other', retryable: true, requestId: null, retryAt: null };
    return <Failure ui={ui} problem={problem} page={page} retry={retry} />;
  };
  return (
    <WidgetRoot
      ui={ui}
      root={root}
      class={`is-${model.state.value.kind}`}
      theme={theme}
      report={report}
      news={model.news}
      announce={(news) => announcement(ui, news)}
      fallback={fallback}
    >
      <Body ui={ui} root={root} />
    </WidgetRoot>
  );
}

/** The widget in its state. Each step begins at its headline, unless the shopper is busy elsewhere on the page by now. */
function Body({ ui, root }: { ui: Ui; root: RefObject<HTMLDivElement | null> }): VNode | null {
  const state = ui.model.state.value;
  useHeadlineFocus(root, state.kind, (element, before) => before !== 'loading' && isFree(element));
  switch (state.kind) {
    case 'off':
      return null;
    case 'loading':
      return (
        <section class="card" part="card" aria-busy="true">
          <Skeleton
            bars={[
              'short',
              'tall',
              '',
              'tall-field',
              'tall-field',
              'tall-field',
              'tall-field last',
              'tall short',
            ]}
          />
          <p class="unseen">{ui.say('loading')}</p>
        </section>
      );
    case 'failed':
      return <Failure ui={ui} problem={state.problem} page={state.page} retry={ui.model.refresh} />;
    case 'form':
      return <FormStep ui={ui} state={state} />;
    case 'check':
      return <CheckStep ui={ui} state={state} />;
    case 'done':
      return <Acknowledgement ui={ui} state={state} />;
  }
}

/** True when the focus is in an element or nowhere: Safari gives none to a button that was pressed. */
function isFree(element: Element | null): boolean {
  if (!element) return false;
  const active = (element.getRootNode() as Document | ShadowRoot).activeElement ?? document.activeElement;
  return element.contains(active) || active === document.body;
}
