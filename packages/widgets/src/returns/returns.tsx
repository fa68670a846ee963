import type { RefObject, VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { BeforeOrder, notDrawn } from '../order-session/before-order.tsx';
import { useHeadlineFocus } from '../order-session/headline-focus.ts';
import type { WidgetProps } from '../order-session/widget-props.ts';
import { WidgetRoot } from '../order-session/widget-root.tsx';
import { announcement } from './announcement.ts';
import { type LoadLater, useLater } from './later.ts';
import type { ReturnsModel } from './options.ts';
import { ItemsStep } from './parts/items-step.tsx';
import { Later } from './parts/later.tsx';
import type { ReturnsMessages } from './returns.messages.ts';
import { createUi, type Ui } from './ui.ts';

/** What the returns widget is given. */
export interface ReturnsProps extends WidgetProps<ReturnsModel, keyof ReturnsMessages> {
  /** Where the withdrawal function is: a page of the shop, or the backend's own. */
  readonly withdrawalUrl?: string | undefined;
  /**
   * True where the browser's own Back may go one step back. Each step then makes an entry of the history without another
   * address; leave it out on pages whose own router reloads on each such entry.
   */
  readonly history?: boolean | undefined;
  /** Brings the later steps and their texts; by `import()` unless given. */
  readonly later?: LoadLater | undefined;
}

/** The returns widget. Give the root it stands in `returnsStyles` by `adoptStyles`. */
export function Returns(props: ReturnsProps): VNode {
  const { model, locale, catalogue, messages, theme, timeZone, report, history } = props;
  const root = useRef<HTMLDivElement>(null);
  const state = model.state.value;
  const isFirst = state.kind === 'choosing' && state.step === 'items';
  const wasFirst = useRef(false);
  if (isFirst) wasFirst.current = true;
  const later = useLater(props, root);
  const texts = later.state === 'ready' ? later.texts : null;
  const steps = later.state === 'ready' ? later.steps : null;
  const ui = useMemo(
    () => createUi(props, texts ?? []),
    [model, locale, catalogue, messages, timeZone, report, texts],
  );
  useEffect(() => (history ? steps?.followHistory(model, ui.guard) : undefined), [model, history, steps]);
  return (
    <WidgetRoot
      ui={ui}
      root={root}
      // The room that was kept for the first screen goes when the shopper goes on from there.
      class={wasFirst.current && !isFirst ? 'is-further' : undefined}
      theme={theme}
      report={report}
      news={model.news}
      announce={(news) => announcement(ui, news) ?? steps?.announcement(ui, news)}
      fallback={notDrawn(ui)}
    >
      <Body ui={ui} root={root} later={later} withdrawalUrl={props.withdrawalUrl} />
    </WidgetRoot>
  );
}

interface BodyProps {
  readonly ui: Ui;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly later: ReturnType<typeof useLater>;
  readonly withdrawalUrl: string | undefined;
}

function Body({ ui, root, later, withdrawalUrl }: BodyProps): VNode {
  const state = ui.model.state.value;
  useHeadlineFocus(
    root,
    state.kind === 'choosing' ? state.step : state.kind === 'filed' ? state.filed.id : state.kind,
  );
  if (state.kind === 'choosing' && state.step === 'items')
    return <ItemsStep ui={ui} state={state} later={later} withdrawalUrl={withdrawalUrl} />;
  if (state.kind === 'choosing' || state.kind === 'filed')
    return <Later ui={ui} later={later} state={state} />;
  return <BeforeOrder ui={ui} state={state} />;
}
