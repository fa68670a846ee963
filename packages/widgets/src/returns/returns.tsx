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
import { type LoadLater, useLater } from './later.ts';
import type { ReturnsModel } from './options.ts';
import { ItemsStep } from './parts/items-step.tsx';
import { Later } from './parts/later.tsx';
import type { ReturnsMessages } from './returns.messages.ts';
import { createUi, type Ui } from './ui.ts';

/** What the returns widget is given. */
export interface ReturnsProps {
  readonly model: ReturnsModel;
  /** A language tag in any spelling (`de_DE`, `pt-br`); one that cannot be used reads as that of the catalogue. */
  readonly locale?: string | undefined;
  /** The texts of one language; English unless given. */
  readonly catalogue?: Catalogue | undefined;
  /** The store's own words for single texts. */
  readonly messages?: Partial<ReturnsMessages> | undefined;
  /** `auto` unless given. */
  readonly theme?: Theme | undefined;
  /** The shopper's own zone unless given. */
  readonly timeZone?: string | undefined;
  /** Where the withdrawal function is: a page of the shop, or the backend's own. */
  readonly withdrawalUrl?: string | undefined;
  /**
   * True where the browser's own Back may go one step back. Each step then makes an entry of the history without another
   * address; leave it out on pages whose own router reloads on each such entry.
   */
  readonly history?: boolean | undefined;
  /** Brings the later steps and their texts; by `import()` unless given. */
  readonly later?: LoadLater | undefined;
  /** Where errors go that the widget caught. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The returns widget. Give the root it stands in `returnsStyles` by `adoptStyles`. */
export function Returns(props: ReturnsProps): VNode {
  const { model, locale, catalogue, messages, theme = 'auto', timeZone, report, history } = props;
  const root = useRef<HTMLDivElement>(null);
  const later = useLater(props, root);
  const texts = later.state === 'ready' ? later.texts : null;
  const steps = later.state === 'ready' ? later.steps : null;
  const ui = useMemo(
    () => createUi(props, texts ?? []),
    [model, locale, catalogue, messages, timeZone, report, texts],
  );
  // After the first paint, when the region is there to be heard.
  useEffect(
    () =>
      effect(() => {
        const news = model.news.value;
        const text = news && (announcement(ui, news) ?? steps?.announcement(ui, news));
        if (text) ui.said.value = { text };
      }),
    [ui],
  );
  useEffect(() => (history ? steps?.followHistory(model, ui.guard) : undefined), [model, history, steps]);
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
        <Body ui={ui} root={root} later={later} withdrawalUrl={props.withdrawalUrl} />
      </ErrorBoundary>
    </div>
  );
}

interface BodyProps {
  readonly ui: Ui;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly later: ReturnType<typeof useLater>;
  readonly withdrawalUrl: string | undefined;
}

/** The widget in its state. When a step takes the place of one that held the focus, its headline takes the focus. */
function Body({ ui, root, later, withdrawalUrl }: BodyProps): VNode {
  const { model } = ui;
  const state = model.state.value;
  const place = state.kind === 'choosing' ? state.step : state.kind === 'filed' ? state.filed.id : state.kind;
  const shown = useRef(place);
  // The code of the next step may still be on its way when its turn comes; its headline gets the focus when it is there.
  const owed = useRef(false);
  const moved = shown.current !== place;
  const held = holdsFocus(root.current);
  if (moved) owed.current = held;
  shown.current = place;
  useLayoutEffect(() => {
    const headline = root.current?.querySelector<HTMLElement>('.headline');
    // A button may go that held it: what it asked for is done, and cannot be asked for again.
    const isLost = held && !holdsFocus(root.current);
    if (!(owed.current || isLost) || !headline) return;
    owed.current = false;
    headline.focus({ preventScroll: true });
    // A step begins at its top, also where the one before was longer than the screen.
    if (root.current && root.current.getBoundingClientRect().top < 0)
      root.current.scrollIntoView({ block: 'start' });
  });
  switch (state.kind) {
    case 'loading':
      return <Loading ui={ui} />;
    case 'waiting':
      return <Waiting ui={ui} state={state} />;
    case 'lookup':
      return <Lookup ui={ui} state={state} />;
    case 'choosing':
      return state.step === 'items' ? (
        <ItemsStep ui={ui} state={state} later={later} withdrawalUrl={withdrawalUrl} />
      ) : (
        <Later ui={ui} later={later} state={state} />
      );
    case 'filed':
      return <Later ui={ui} later={later} state={state} />;
    case 'failed': {
      const { problem } = state;
      return (
        <Failure
          ui={ui}
          problem={problem}
          retry={problem.retryable ? model.refresh : null}
          lookUp={model.lookUp}
        />
      );
    }
  }
}

function activeIn(element: Element): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).activeElement;
}

function holdsFocus(element: Element | null): boolean {
  const active = element && activeIn(element);
  return Boolean(active && element?.contains(active));
}
