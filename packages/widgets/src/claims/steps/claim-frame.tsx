import type { ComponentChildren, TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { StepHeading } from '../../kit/step-heading.tsx';
import { mistakesText } from '../announcement.ts';
import { placeOfStep } from '../choice.ts';
import type { FilingState } from '../state.ts';
import { type ClaimsUi, troubleText } from '../ui.ts';
import { ItemLine } from './item-line.tsx';
import { stepTitle } from './step-title.ts';

interface ClaimFrameProps {
  readonly ui: ClaimsUi;
  readonly state: FilingState;
  readonly about?: ComponentChildren;
  /** On the one button that leads on; none where the step has buttons of its own. */
  readonly next?: ComponentChildren;
  /** Called in place of going to the next step. */
  readonly onNext?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

/** A step behind the doors: where one is, what went wrong, what there is to say, and the ways on and back. */
export function ClaimFrame(props: ClaimFrameProps): VNode {
  const { ui, state, about, next, onNext = ui.model.next, children } = props;
  const { n, total } = placeOfStep(state.options, state.choice, state.step);
  const isSending = state.phase === 'sending';
  const mistakes = mistakesText(ui, state);
  const form = useRef<HTMLFormElement>(null);
  const news = ui.model.news.value;
  useEffect(() => {
    if (news?.code === 'mistakes') toFirstMistake(form.current);
  }, [news]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    if (!isSending && next !== undefined) onNext();
  };
  return (
    <section class="card" part="card">
      <form
        ref={form}
        class="claim-form"
        part="form"
        noValidate
        onSubmit={ui.guard(submit)}
        aria-busy={isSending}
      >
        <StepHeading
          title={stepTitle(ui, state)}
          progress={ui.say('progress', { n, total })}
          step={n}
          total={total}
          about={about}
        />
        {state.step === 'symptom' || (state.step === 'details' && n === 1) ? <ItemLine ui={ui} /> : null}
        <Trouble ui={ui} state={state} />
        {children}
        {mistakes.length > 1 ? (
          <Notice tone="problem">
            {mistakes.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Notice>
        ) : null}
        <div class="ways claim-ways">
          {next === undefined ? null : (
            <Button guard={ui.guard} kind="primary" submit busy={isSending}>
              {next}
            </Button>
          )}
          <Button guard={ui.guard} onPress={ui.model.back} busy={isSending}>
            {ui.say('back')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** What did not work, or that there is no network. */
export function Trouble({ ui, state }: { readonly ui: ClaimsUi; readonly state: FilingState }): VNode | null {
  const { offline, trouble } = state;
  if (offline) return <Notice tone="warning">{ui.t('offline')}</Notice>;
  if (!trouble) return null;
  return (
    <Notice tone="problem">
      <p>{troubleText(ui, trouble)}</p>
      {trouble.requestId ? <p class="quiet">{ui.t('problem.id', { id: trouble.requestId })}</p> : null}
    </Notice>
  );
}

/** Moves the focus to the first thing to put right. */
function toFirstMistake(form: HTMLElement | null): void {
  const field = 'input:not(:disabled), textarea, select';
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid]');
  const place = wrong?.matches(field) ? wrong : (wrong ?? form)?.querySelector<HTMLElement>(field);
  place?.focus();
}
