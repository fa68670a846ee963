import type { VNode } from 'preact';
import { Checkbox } from '../../kit/checkbox.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Link } from '../../kit/link.tsx';
import { nameOf } from '../content.ts';
import { StarChoice } from '../parts/star-choice.tsx';
import { keyOf } from '../subjects.ts';
import { mistakeText } from './mistakes-text.ts';
import { NameChoice } from './name-choice.tsx';
import { Preview } from './preview.tsx';
import type { StepProps } from './write.tsx';

/** The review as others will see it, the name above it, and what has to be agreed to. */
export function Check({ ui, state, subject, draft }: StepProps): VNode {
  const { form, mistakes, editing } = state;
  const { terms } = form;
  return (
    <>
      <StarChoice
        ui={ui}
        title={subject.title}
        value={draft.stars}
        onChoose={(stars) => ui.model.setStars(keyOf(subject), stars)}
      />
      <NameChoice
        ui={ui}
        names={form.names}
        value={nameOf(draft, form)}
        draft={draft}
        error={mistakeText(ui, mistakes, 'name')}
      />
      <Preview ui={ui} subject={subject} draft={draft} form={form} />
      {terms && !editing ? (
        <div class="terms">
          <p class="quiet">{terms.text}</p>
          {terms.url ? (
            <Link class="button plain" href={terms.url} newTab={ui.t('new_window')}>
              {ui.say('terms.read')}
            </Link>
          ) : null}
          <Checkbox
            guard={ui.guard}
            name="terms"
            label={ui.say('terms')}
            checked={state.termsAgreed}
            error={mistakeText(ui, mistakes, 'terms')}
            onChange={ui.model.agree}
          />
        </div>
      ) : null}
      {form.checks.length > 0 ? (
        <Disclosure guard={ui.guard} label={ui.say('checks')}>
          {() => (
            <div class="checks quiet">
              {form.checks.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          )}
        </Disclosure>
      ) : null}
    </>
  );
}
