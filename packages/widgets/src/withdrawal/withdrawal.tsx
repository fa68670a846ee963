import { effect } from '@preact/signals';
import type { RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { LiveRegion } from '../kit/live-region.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import type { Theme } from '../kit/theme.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { announcement } from './announcement.ts';
import type { WithdrawalModel } from './options.ts';
import { Acknowledgement } from './parts/acknowledgement.tsx';
import { CheckStep } from './parts/check-step.tsx';
import { Failure } from './parts/failure.tsx';
import { FormStep } from './parts/form-step.tsx';
import { createUi, type Ui } from './ui.ts';
import type { WithdrawalMessages } from './withdrawal.messages.ts';

/** What the withdrawal function is given. */
export interface WithdrawalProps {
  readonly model: WithdrawalModel;
  /** A language tag in any spelling (`de_DE`, `pt-br`); one that cannot be used reads as that of the catalogue. The law asks for the language of the contract. */
  readonly locale?: string | undefined;
  /** The texts of one language; English unless given. */
  readonly catalogue?: Catalogue | undefined;
  /** The store's own words for single texts. */
  readonly messages?: Partial<WithdrawalMessages> | undefined;
  /** `auto` unless given. */
  readonly theme?: Theme | undefined;
  /** The shopper's own zone unless given. */
  readonly timeZone?: string | undefined;
  /** Where errors go that the widget caught. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The withdrawal function. Give the root it stands in `withdrawalStyles` by `adoptStyles`. */
export function Withdrawal(props: WithdrawalProps): VNode {
  const { model, locale, catalogue, messages, theme = 'auto', timeZone, report } = props;
  const ui = useMemo(() => createUi(props), [model, locale, catalogue, messages, timeZone, report]);
  const root = useRef<HTMLDivElement>(null);
  // After the first paint, when the region is there to be heard.
  useEffect(
    () =>
      effect(() => {
        const news = model.news.value;
        const text = news && announcement(ui, news);
        if (text) ui.said.value = { text };
      }),
    [ui],
  );
  const fallback = (retry: () => void): VNode => {
    const state = model.state.peek();
    const page = state.kind === 'failed' ? state.page : 'known' in state ? state.known.page : null;
    const problem = { code: 'other', retryable: true, requestId: null, retryAt: null };
    return <Failure ui={ui} problem={problem} page={page} retry={retry} />;
  };
  const { kind } = model.state.value;
  return (
    <div
      ref={root}
      class={`root is-${kind}`}
      part="root"
      data-theme={theme}
      lang={ui.locale}
      dir={ui.direction}
    >
      <LiveRegion said={ui.said} />
      <ErrorBoundary report={report} fallback={fallback}>
        <Body ui={ui} root={root} />
      </ErrorBoundary>
    </div>
  );
}

/** The widget in its state. Each step begins at its headline, unless the shopper is busy elsewhere on the page by now. */
function Body({ ui, root }: { ui: Ui; root: RefObject<HTMLDivElement | null> }): VNode | null {
  const state = ui.model.state.value;
  const shown = useRef(state.kind);
  const moved = shown.current !== state.kind && shown.current !== 'loading';
  const free = moved && isFree(root.current);
  useLayoutEffect(() => {
    shown.current = state.kind;
    if (!free) return;
    root.current?.querySelector<HTMLElement>('.headline')?.focus({ preventScroll: true });
    // A step begins at its top, also where the one before was longer than the screen.
    if ((root.current?.getBoundingClientRect().top ?? 0) < 0)
      root.current?.scrollIntoView({ block: 'start' });
  }, [state.kind]);
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

/** True when the focus is in here or nowhere: Safari gives none to a button that was pressed. */
function isFree(element: Element | null): boolean {
  const within = element?.getRootNode() as Document | ShadowRoot | undefined;
  if (!element || !within) return false;
  const active = within.activeElement;
  return active
    ? element.contains(active) || active === document.body
    : document.activeElement === document.body;
}
