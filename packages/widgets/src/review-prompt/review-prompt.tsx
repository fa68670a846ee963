import type { RefObject, VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { BeforeOrder, notDrawn } from '../order-session/before-order.tsx';
import { useHeadlineFocus } from '../order-session/headline-focus.ts';
import type { WidgetProps } from '../order-session/widget-props.ts';
import { WidgetRoot } from '../order-session/widget-root.tsx';
import { announcement } from './announcement.ts';
import { type LoadLater, useLater } from './later.ts';
import type { ReviewPromptModel } from './options.ts';
import { Later } from './parts/later.tsx';
import { Overview } from './parts/overview.tsx';
import type { english } from './review-prompt.messages.ts';
import { createUi, type HelpPages, type Ui } from './ui.ts';
import { whenSeen } from './when-seen.ts';

/** What the review prompt is given. */
export interface ReviewPromptProps extends WidgetProps<ReviewPromptModel, keyof typeof english> {
  /** As its model has it; `ask` unless given. */
  readonly mode?: 'ask' | 'always' | undefined;
  /** Where else help is to be had, offered beside the form where something seems to be wrong. */
  readonly pages?: HelpPages | undefined;
  /** True where the browser's own Back may go one step back. */
  readonly history?: boolean | undefined;
  /** Brings the later screens and their texts; by `import()` unless given. */
  readonly later?: LoadLater | undefined;
}

/** The review prompt. Give the root it stands in `reviewPromptStyles` by `adoptStyles`. */
export function ReviewPrompt(props: ReviewPromptProps): VNode {
  const { model, locale, catalogue, messages, theme, timeZone, report, history, mode, pages } = props;
  const root = useRef<HTMLDivElement>(null);
  const later = useLater(props, root);
  const texts = later.state === 'ready' ? later.texts : null;
  const screens = later.state === 'ready' ? later.screens : null;
  const ui = useMemo(
    () => createUi(props, texts ?? []),
    [model, locale, catalogue, messages, timeZone, report, texts, mode, pages],
  );
  const isShown = !model.hidden.value;
  useEffect(() => (history ? screens?.followHistory(model, ui.guard) : undefined), [model, history, screens]);
  useEffect(
    () => (isShown && root.current ? whenSeen(root.current, ui.guard(model.seen)) : undefined),
    [model, isShown],
  );
  return (
    <WidgetRoot
      ui={ui}
      root={root}
      class="review-prompt"
      theme={theme}
      report={report}
      news={model.news}
      announce={(news) => announcement(ui, news) ?? screens?.announcement(ui, news)}
      fallback={notDrawn(ui)}
    >
      {isShown ? <Body ui={ui} root={root} later={later} /> : null}
    </WidgetRoot>
  );
}

interface BodyProps {
  readonly ui: Ui;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly later: ReturnType<typeof useLater>;
}

/** The widget in its state. */
function Body({ ui, root, later }: BodyProps): VNode {
  const state = ui.model.state.value;
  useHeadlineFocus(
    root,
    state.kind === 'ready'
      ? state.screen + state.at + (state.screen === 'write' ? state.step : '')
      : state.kind,
  );
  if (state.kind !== 'ready') return <BeforeOrder ui={ui} state={state} />;
  return state.screen === 'overview' ? (
    <Overview ui={ui} state={state} later={later} />
  ) : (
    <Later ui={ui} later={later} state={state} />
  );
}
