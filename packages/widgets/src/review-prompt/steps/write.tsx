import type { ReviewSubject } from '@postlude/contract';
import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { StepHeading } from '../../kit/step-heading.tsx';
import { SubjectLine } from '../parts/subject-line.tsx';
import type { Draft, ReadyState } from '../state.ts';
import { draftAt, stepsOf, subjectOf } from '../subjects.ts';
import { troubleText, type Ui } from '../ui.ts';
import { Check } from './check.tsx';
import { Help } from './help.tsx';
import { MediaStep } from './media-step.tsx';
import { Points } from './points.tsx';
import { StarRow } from './star-row.tsx';
import { WordsStep } from './words-step.tsx';

/** What each step is given. */
export interface StepProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly subject: ReviewSubject;
  readonly draft: Draft;
}

const views = { words: WordsStep, points: Points, media: MediaStep, check: Check } as const;

/** The step at hand: what it is about, what went wrong, what there is to say, and the ways on and back, always in the same place. */
export function Write({ ui, state }: { readonly ui: Ui; readonly state: ReadyState }): VNode | null {
  const { at, step, form, editing, troubles, doing } = state;
  const subject = subjectOf(form, at);
  const place = useRef<HTMLFormElement>(null);
  const news = ui.model.news.value;
  useEffect(() => {
    if (news?.code === 'mistakes') toFirstMistake(place.current);
  }, [news]);
  if (!subject || !at) return null;
  const draft = draftAt(state, at);
  const steps = stepsOf(subject);
  const n = steps.indexOf(step) + 1;
  const trouble = troubles[at];
  const isBusy = doing !== null;
  const isLast = n === steps.length;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    if (isBusy) return;
    if (isLast) ui.model.send(at);
    else ui.model.next();
  };
  const View = views[step];
  const next = isLast
    ? ui.say(isBusy ? (editing ? 'saving' : 'sending') : editing ? 'save' : 'send')
    : ui.say(isEmpty(subject, draft, step) ? 'skip.step' : 'continue');
  const title =
    step === 'media' && state.offer?.kind === 'media' ? 'step.media.photo' : (`step.${step}` as const);
  return (
    <section class="card" part="card">
      <form
        ref={place}
        class="step-form"
        part="form"
        noValidate
        onSubmit={ui.guard(submit)}
        aria-busy={isBusy}
      >
        <SubjectLine ui={ui} subject={subject}>
          {draft.stars ? (
            <p>
              <StarRow ui={ui} value={draft.stars} />
            </p>
          ) : null}
        </SubjectLine>
        <StepHeading
          title={ui.say(title)}
          progress={ui.say('step', { n, total: steps.length })}
          step={n}
          total={steps.length}
          about={step === 'words' ? ui.say('step.words.about') : isLast ? ui.say('check.about') : undefined}
        />
        {state.offline ? <Notice tone="warning">{ui.t('offline')}</Notice> : null}
        {trouble && !state.offline ? (
          <Notice tone="problem">
            <p>{troubleText(ui, trouble.problem)}</p>
            {trouble.problem.requestId ? (
              <p class="quiet">{ui.t('problem.id', { id: trouble.problem.requestId })}</p>
            ) : null}
          </Notice>
        ) : null}
        <View ui={ui} state={state} subject={subject} draft={draft} />
        <div class="ways step-ways">
          <Button guard={ui.guard} kind="primary" submit busy={isBusy}>
            {next}
          </Button>
          <Button guard={ui.guard} busy={isBusy} onPress={ui.model.back}>
            {ui.say('back')}
          </Button>
        </div>
      </form>
      {draft.stars && draft.stars <= 2 && !editing ? <Help ui={ui} state={state} /> : null}
    </section>
  );
}

/** True where nothing was said in a step that asks for nothing. */
function isEmpty({ fields, scales }: ReviewSubject, draft: Draft, step: ReadyState['step']): boolean {
  if (step === 'words')
    return (
      fields.title !== 'required' && fields.text !== 'required' && !draft.title.trim() && !draft.text.trim()
    );
  if (step === 'media') return fields.photos !== 'required' && draft.photos.length === 0;
  if (step !== 'points' || scales.some(({ required }) => required)) return false;
  const { pros, cons, recommend } = draft;
  return Object.keys(draft.scales).length + pros.length + cons.length === 0 && recommend === null;
}

/** Moves the focus to the first thing to put right. */
function toFirstMistake(form: HTMLElement | null): void {
  const field = 'input:not(:disabled), textarea';
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid]');
  (wrong?.matches(field) ? wrong : wrong?.querySelector<HTMLElement>(field))?.focus();
}
