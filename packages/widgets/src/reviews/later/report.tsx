import type { ReviewReportInput } from '@postlude/contract';
import type { TargetedEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import { problemOf } from '../../order-session/problem.ts';
import type { ReportProps } from '../seam.ts';
import { Dialog } from './dialog.tsx';
import { laterWords } from './words.ts';

type Reason = ReviewReportInput['reason'];

/** In the order they are offered; the last one asks for more. */
const reasons: readonly Reason[] = ['spam', 'offensive', 'personal_data', 'fake', 'off_topic', 'illegal'];

type Name = 'reason' | 'explanation' | 'name' | 'email' | 'goodFaith';
interface Values {
  readonly reason: Reason | null;
  readonly explanation: string;
  readonly name: string;
  readonly email: string;
  readonly goodFaith: boolean;
}

/** What is missing or wrong. Only a notice of something illegal needs who says so, why, and that they believe it. */
export function mistakesIn({ reason, explanation, name, email, goodFaith }: Values): readonly Name[] {
  const wrong: Name[] = [];
  const isNotice = reason === 'illegal';
  if (!reason) wrong.push('reason');
  if (isNotice && !explanation.trim()) wrong.push('explanation');
  if (isNotice && !name.trim()) wrong.push('name');
  if (email.trim() ? !/^[^\s@]+@[^\s@]+$/.test(email.trim()) : isNotice) wrong.push('email');
  if (isNotice && !goodFaith) wrong.push('goodFaith');
  return wrong;
}

/** The form that reports a review. */
export function Report({ words, catalogue, model, review, onClose }: ReportProps): VNode {
  const say = laterWords(words, catalogue);
  const { guard } = words;
  const title = useUniqueId();
  const [values, change] = useState<Values>({
    reason: null,
    explanation: '',
    name: '',
    email: '',
    goodFaith: false,
  });
  const [wrong, name] = useState<readonly Name[]>([]);
  const [phase, go] = useState<'idle' | 'sending' | 'failed' | 'too_many' | 'done'>('idle');
  const set = (changes: Partial<Values>): void => change({ ...values, ...changes });
  const error = (of: Name, text: string): string | undefined => (wrong.includes(of) ? text : undefined);
  const isNotice = values.reason === 'illegal';

  const send = async (form: HTMLFormElement): Promise<void> => {
    const mistakes = mistakesIn(values);
    name(mistakes);
    if (mistakes.length > 0) {
      requestAnimationFrame(
        guard(() => form.querySelector<HTMLElement>('[aria-invalid] input, [aria-invalid]')?.focus()),
      );
      return;
    }
    go('sending');
    try {
      await model.tell(review.id, {
        reason: values.reason ?? 'spam',
        explanation: values.explanation.trim() || null,
        name: isNotice ? values.name.trim() : null,
        email: values.email.trim() || null,
        goodFaith: isNotice && values.goodFaith,
        locale: words.locale,
      });
      go('done');
    } catch (failure) {
      go(problemOf(failure).code === 'rate_limited' ? 'too_many' : 'failed');
    }
  };

  return (
    <Dialog guard={guard} class="report" labelledBy={title} close={say('close')} onClose={onClose}>
      <div class="words">
        <h2 id={title} class="headline">
          {say(phase === 'done' ? 'report.done' : 'report.title')}
        </h2>
        <p class="quiet" role={phase === 'done' ? 'status' : undefined}>
          {say(phase === 'done' ? 'report.done.about' : 'report.about')}
        </p>
      </div>
      {phase === 'done' ? (
        <Button guard={guard} kind="primary" onPress={onClose}>
          {say('close')}
        </Button>
      ) : (
        <form
          class="form"
          noValidate
          onSubmit={guard((event: TargetedEvent<HTMLFormElement>) => {
            event.preventDefault();
            return phase === 'sending' ? undefined : send(event.currentTarget);
          })}
        >
          <Choice
            guard={guard}
            legend={say('report.reason')}
            value={values.reason}
            error={error('reason', say('report.choose'))}
            options={reasons.map((reason) => ({
              value: reason,
              label: say(`reason.${reason}`),
              about: reason === 'illegal' ? say('reason.illegal.about') : undefined,
            }))}
            onChoose={(reason) => set({ reason })}
          />
          <TextArea
            guard={guard}
            name="explanation"
            label={say(isNotice ? 'report.why' : 'report.explanation')}
            value={values.explanation}
            required={isNotice}
            maxLength={4000}
            error={error('explanation', say('report.missing'))}
            onEdit={(explanation) => set({ explanation })}
          />
          {isNotice ? (
            <Field
              guard={guard}
              name="name"
              label={say('report.name')}
              value={values.name}
              autocomplete="name"
              error={error('name', say('report.missing'))}
              onEdit={(value) => set({ name: value })}
            />
          ) : null}
          <Field
            guard={guard}
            name="email"
            label={say(isNotice ? 'report.email' : 'report.email.optional')}
            hint={say('report.email.hint')}
            value={values.email}
            autocomplete="email"
            inputMode="email"
            optional={!isNotice}
            error={error('email', say('report.email.wrong'))}
            onEdit={(email) => set({ email })}
          />
          {isNotice ? (
            <Checkbox
              guard={guard}
              name="goodFaith"
              label={say('report.good_faith')}
              checked={values.goodFaith}
              error={error('goodFaith', say('report.good_faith.missing'))}
              onChange={(goodFaith) => set({ goodFaith })}
            />
          ) : null}
          {phase === 'failed' || phase === 'too_many' ? (
            <p class="error" role="alert">
              {say(`report.${phase}`)}
            </p>
          ) : null}
          <Button guard={guard} kind="primary" submit busy={phase === 'sending'}>
            {say(phase === 'sending' ? 'report.sending' : 'report.send')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
