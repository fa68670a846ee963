import type { RefObject, VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { LoadClaims } from '../claims/seam.ts';
import { BeforeOrder, notDrawn } from '../order-session/before-order.tsx';
import { useHeadlineFocus } from '../order-session/headline-focus.ts';
import type { WidgetProps } from '../order-session/widget-props.ts';
import { WidgetRoot } from '../order-session/widget-root.tsx';
import { announcement } from './announcement.ts';
import { type LoadLater, useLater } from './later.ts';
import type { RegistrationModel } from './options.ts';
import { Items } from './parts/items.tsx';
import { Later } from './parts/later.tsx';
import { OtherWays, Start } from './parts/start.tsx';
import { createUi, type Ui } from './ui.ts';
import type { english } from './warranty-registration.messages.ts';

/** What the registration widget is given. */
export interface WarrantyRegistrationProps extends WidgetProps<RegistrationModel, keyof typeof english> {
  /** False hides the way for what was bought elsewhere, where the store does not take that. */
  readonly elsewhere?: boolean | undefined;
  /** Brings the later screens and their texts; by `import()` unless given. */
  readonly later?: LoadLater | undefined;
  /** Brings what is done when something is wrong; without it that is not offered. */
  readonly claims?: LoadClaims | undefined;
}

/** The registration widget. Give the root it stands in `registrationStyles` by `adoptStyles`. */
export function WarrantyRegistration(props: WarrantyRegistrationProps): VNode {
  const { model, locale, catalogue, messages, theme, timeZone, report } = props;
  const root = useRef<HTMLDivElement>(null);
  const later = useLater(props, root);
  const texts = later.state === 'ready' ? later.texts : null;
  const screens = later.state === 'ready' ? later.screens : null;
  const ui = useMemo(
    () => createUi(props, texts ?? []),
    [model, locale, catalogue, messages, timeZone, report, texts],
  );
  return (
    <WidgetRoot
      ui={ui}
      root={root}
      theme={theme}
      report={report}
      news={model.news}
      announce={(news) => announcement(ui, news) ?? screens?.announcement(ui, news)}
      fallback={notDrawn(ui)}
    >
      <Body ui={ui} root={root} later={later} props={props} />
    </WidgetRoot>
  );
}

interface BodyProps {
  readonly ui: Ui;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly later: ReturnType<typeof useLater>;
  readonly props: WarrantyRegistrationProps;
}

/** The widget in its state. */
function Body({ ui, root, later, props }: BodyProps): VNode {
  const state = ui.model.state.value;
  useHeadlineFocus(
    root,
    state.kind === 'ready' ? state.screen + state.shown : 'step' in state ? state.step : state.kind,
  );
  const elsewhere = props.elsewhere !== false;
  switch (state.kind) {
    case 'start':
      return <Start ui={ui} elsewhere={elsewhere} />;
    case 'lookup':
      return (
        <>
          <BeforeOrder ui={ui} state={state} />
          <OtherWays ui={ui} elsewhere={elsewhere} />
        </>
      );
    case 'ready':
      return state.screen === 'items' ? (
        <Items ui={ui} state={state} later={later} claims={Boolean(props.claims)} elsewhere={elsewhere} />
      ) : (
        <Later ui={ui} later={later} state={state} props={props} />
      );
    case 'elsewhere':
    case 'takeover':
      return <Later ui={ui} later={later} state={state} props={props} />;
    default:
      return <BeforeOrder ui={ui} state={state} />;
  }
}
