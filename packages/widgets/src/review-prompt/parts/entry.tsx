import type { ReviewSubject } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ReadyState } from '../state.ts';
import { draftAt, keyOf, starsAreEnough } from '../subjects.ts';
import { troubleText, type Ui } from '../ui.ts';
import { Help } from './help.tsx';
import { ReviewStatus } from './review-status.tsx';
import { StarChoice } from './star-choice.tsx';
import { SubjectLine } from './subject-line.tsx';

interface EntryProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly subject: ReviewSubject;
  /** What is given for it, where that is not said above for all. */
  readonly reward: string | null;
  /** True where it is the only one. */
  readonly alone: boolean;
}

/** One subject: its stars and the ways on; or how its review stands. */
export function Entry({ ui, state, subject, reward, alone }: EntryProps): VNode {
  const { model } = ui;
  const { review, closed, title } = subject;
  const key = keyOf(subject);
  const { stars } = draftAt(state, key);
  const trouble = state.troubles[key];
  const isBusy = state.doing !== null;
  const isSending = state.doing?.key === key;
  const isSkipped = state.skipped.includes(key);
  const way = (name: 'skip' | 'unskip' | 'own', onPress: () => void): VNode => (
    <Button guard={ui.guard} kind="plain" label={ui.say(`${name}.of`, { title })} onPress={onPress}>
      {ui.say(name)}
    </Button>
  );
  return (
    <li class={`entry ${review || isSkipped ? 'settled' : alone ? 'alone' : ''}`} part="entry">
      <SubjectLine ui={ui} subject={subject}>
        {review ? <ReviewStatus ui={ui} review={review} /> : null}
        {isSkipped && !review ? <p class="quiet">{ui.say('skipped')}</p> : null}
        {reward && !review && !closed ? <p class="quiet">{ui.say('reward', { reward })}</p> : null}
      </SubjectLine>
      {closed && !review ? <p class="quiet">{ui.known(`closed.${closed}`)}</p> : null}
      {trouble && !state.offline ? (
        <Notice tone="problem">
          <p>{troubleText(ui, trouble.problem)}</p>
          {trouble.problem.requestId ? (
            <p class="quiet">{ui.t('problem.id', { id: trouble.problem.requestId })}</p>
          ) : null}
        </Notice>
      ) : null}
      {review ? (
        <div class="ways">{way('own', () => model.showOwn(key))}</div>
      ) : closed ? null : isSkipped ? (
        <div class="ways">{way('unskip', () => model.skip(key, false))}</div>
      ) : (
        <>
          <StarChoice
            ui={ui}
            title={title}
            value={stars}
            kept={stars !== null}
            onChoose={(n) => model.setStars(key, n)}
          />
          {stars || !alone ? (
            <div class="ways">
              {stars ? (
                <Button
                  guard={ui.guard}
                  kind="primary"
                  busy={isBusy}
                  label={ui.say('continue.of', { title })}
                  onPress={() => model.write(key)}
                >
                  {ui.say('continue')}
                </Button>
              ) : null}
              {stars && (trouble?.action === 'send' || starsAreEnough(subject, state.form)) ? (
                <Button
                  guard={ui.guard}
                  busy={isBusy}
                  label={trouble || isSending ? undefined : ui.say('send.stars.of', { title })}
                  onPress={() => model.send(key)}
                >
                  {isSending ? ui.say('sending') : trouble ? ui.t('retry') : ui.say('send.stars')}
                </Button>
              ) : null}
              {alone ? null : way('skip', () => model.skip(key))}
            </div>
          ) : null}
          {stars && stars <= 2 ? <Help ui={ui} state={state} /> : null}
        </>
      )}
    </li>
  );
}
