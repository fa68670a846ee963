import { effect } from '@preact/signals';
import type { RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { LoadClaims } from '../claims/seam.ts';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { LiveRegion } from '../kit/live-region.tsx';
import type { Theme } from '../kit/theme.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { Failure } from '../order-session/failure.tsx';
import { Lookup } from '../order-session/lookup.tsx';
import { Loading, Waiting } from '../order-session/waiting.tsx';
import { announcement } from './announcement.ts';
import { type LoadLater, useLater } from './later.ts';
import type { RegistrationModel } from './options.ts';
import { Items } from './parts/items.tsx';
import { Later } from './parts/later.tsx';
import { OtherWays, Start } from './parts/start.tsx';
import { createUi, type Ui } from './ui.ts';
import type { WarrantyRegistrationMessages } from './warranty-registration.messages.ts';

/** What the registration widget is given. */
export interface WarrantyRegistrationProps {
  readonly model: RegistrationModel;
  /** A language tag in any spelling (`de_DE`, `pt-br`); one that cannot be used reads as that of the catalogue. */
  readonly locale?: string | undefined;
  /** The texts of one language; English unless given. */
  readonly catalogue?: Catalogue | undefined;
  /** The store's own words for single texts. */
  readonly messages?: Partial<WarrantyRegistrationMessages> | undefined;
  /** `auto` unless given. */
  readonly theme?: Theme | undefined;
  /** The shopper's own zone unless given. */
  readonly timeZone?: string | undefined;
  /** False hides the way for what was bought elsewhere, where the store does not take that. */
  readonly elsewhere?: boolean | undefined;
  /** Brings the later screens and their texts; by `import()` unless given. */
  readonly later?: LoadLater | undefined;
  /** Brings what is done when something is wrong; without it that is not offered. */
  readonly claims?: LoadClaims | undefined;
  /** Pages with the other widgets, for the doors that lead there. */
  readonly pages?: { readonly returns?: string | null; readonly withdrawal?: string | null } | undefined;
  /** Where errors go that the widget caught. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The registration widget. Give the root it stands in `registrationStyles` by `adoptStyles`. */
export function WarrantyRegistration(props: WarrantyRegistrationProps): VNode {
  const { model, locale, catalogue, messages, theme = 'auto', timeZone, report } = props;
  const root = useRef<HTMLDivElement>(null);
  const later = useLater(props, root);
  const texts = later.state === 'ready' ? later.texts : null;
  const screens = later.state === 'ready' ? later.screens : null;
  const ui = useMemo(
    () => createUi(props, texts ?? []),
    [model, locale, catalogue, messages, timeZone, report, texts],
  );
  // After the first paint, when the region is there to be heard.
  useEffect(
    () =>
      effect(() => {
        const news = model.news.value;
        const text = news && (announcement(ui, news) ?? screens?.announcement(ui, news));
        if (text) ui.said.value = { text };
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
        <Body ui={ui} root={root} later={later} props={props} />
      </ErrorBoundary>
    </div>
  );
}

interface BodyProps {
  readonly ui: Ui;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly later: ReturnType<typeof useLater>;
  readonly props: WarrantyRegistrationProps;
}

/** The widget in its state. When a screen takes the place of one that held the focus, its headline takes the focus. */
function Body({ ui, root, later, props }: BodyProps): VNode {
  const { model } = ui;
  const state = model.state.value;
  const place =
    state.kind === 'ready' ? state.screen + state.shown : 'step' in state ? state.step : state.kind;
  const shown = useRef(place);
  // The code of the next screen may still be on its way when its turn comes; its headline gets the focus when it is there.
  const owed = useRef(false);
  const held = holdsFocus(root.current);
  if (shown.current !== place) owed.current = held || owed.current;
  shown.current = place;
  useLayoutEffect(() => {
    const headline = root.current?.querySelector<HTMLElement>('.headline');
    // A button may go that held it: what it asked for is done, and cannot be asked for again.
    const isLost = held && !holdsFocus(root.current);
    if (!(owed.current || isLost) || !headline) return;
    owed.current = state.kind === 'loading';
    headline.focus({ preventScroll: true });
    // A screen begins at its top, also where the one before was longer than the window.
    if (root.current && root.current.getBoundingClientRect().top < 0)
      root.current.scrollIntoView({ block: 'start' });
  });
  const isElsewhere = props.elsewhere !== false;
  switch (state.kind) {
    case 'loading':
      return <Loading ui={ui} />;
    case 'waiting':
      return <Waiting ui={ui} state={state} />;
    case 'start':
      return <Start ui={ui} elsewhere={isElsewhere} />;
    case 'lookup':
      return (
        <>
          <Lookup ui={ui} state={state} />
          <OtherWays ui={ui} elsewhere={isElsewhere} />
        </>
      );
    case 'ready':
      return state.screen === 'items' ? (
        <Items ui={ui} state={state} later={later} claims={Boolean(props.claims)} elsewhere={isElsewhere} />
      ) : (
        <Later ui={ui} later={later} state={state} props={props} />
      );
    case 'elsewhere':
    case 'takeover':
      return <Later ui={ui} later={later} state={state} props={props} />;
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

function holdsFocus(element: Element | null): boolean {
  const active = element && (element.getRootNode() as Document | ShadowRoot).activeElement;
  return Boolean(active && element?.contains(active));
}
