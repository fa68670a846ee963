import type { ComponentChildren, TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { StepHeading } from '../../kit/step-heading.tsx';
import { mistakesText } from '../mistakes-text.ts';
import { stepsOf } from '../selection.ts';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { stepTitle, troubleText } from '../wording.ts';

interface StepFrameProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly about?: ComponentChildren;
  /** On the one button that leads on. */
  readonly next: ComponentChildren;
  /** Called in place of going to the next step. */
  readonly onNext?: (() => void) | undefined;
  readonly busy?: boolean | undefined;
  /** The headline where there is nothing to go on with, and so no step and no button. */
  readonly end?: string | undefined;
  readonly children: ComponentChildren;
  /** What is beside the way: below it, where it does not keep the next step from view. */
  readonly after?: ComponentChildren;
}

/** A step: where one is, what went wrong, what there is to choose, and the ways on and back, always in the same place. */
export function StepFrame(props: StepFrameProps): VNode {
  const { ui, state, about, next, onNext = ui.model.next, busy, end, children, after } = props;
  const { step, route, trouble, changing } = state;
  const steps = stepsOf(state);
  const n = steps.indexOf(step) + 1;
  const progress = ui.say('progress', { n, total: steps.length });
  const mistakes = mistakesText(ui, state);
  const form = useRef<HTMLFormElement>(null);
  const news = ui.model.news.value;
  useEffect(() => {
    if (news?.code === 'mistakes') toFirstMistake(form.current);
  }, [news]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    if (!busy) onNext();
  };
  return (
    <section class="card" part="card">
      <form ref={form} class="step-form" part="form" noValidate onSubmit={ui.guard(submit)} aria-busy={busy}>
        {end ? (
          <header class="words">
            <h2 class="headline" part="headline" tabIndex={-1}>
              {end}
            </h2>
            {about ? <p class="quiet">{about}</p> : null}
          </header>
        ) : (
          <StepHeading
            title={stepTitle(ui, step, route)}
            progress={
              changing ? ui.say('progress.changing', { progress, number: changing.number }) : progress
            }
            step={n}
            total={steps.length}
            about={about}
          />
        )}
        {state.offline ? <Notice tone="warning">{ui.t('offline')}</Notice> : null}
        {trouble && !state.offline ? (
          <Notice tone="problem">
            <p>{troubleText(ui, trouble)}</p>
            {trouble.requestId ? <p class="quiet">{ui.t('problem.id', { id: trouble.requestId })}</p> : null}
          </Notice>
        ) : null}
        {children}
        {mistakes.length > 0 ? (
          <Notice tone="problem">
            {mistakes.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Notice>
        ) : null}
        {end && !changing ? null : (
          <div class="ways step-ways">
            {end ? null : (
              <Button guard={ui.guard} kind="primary" submit busy={busy}>
                {next}
              </Button>
            )}
            {n > 1 || changing ? (
              <Button guard={ui.guard} onPress={ui.model.back} busy={state.phase === 'filing'}>
                {ui.say('back')}
              </Button>
            ) : null}
          </div>
        )}
      </form>
      {after ? <div class="beside">{after}</div> : null}
    </section>
  );
}

/** Moves the focus to the first thing to put right. */
function toFirstMistake(form: HTMLElement | null): void {
  const field = 'input:not(:disabled), textarea, select';
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid]');
  const place = wrong?.matches(field) ? wrong : (wrong ?? form)?.querySelector<HTMLElement>(field);
  place?.focus();
}
