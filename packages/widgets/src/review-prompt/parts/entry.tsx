import type { ReviewSubject } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import type { LaterState } from '../later.ts';
import type { ReadyState } from '../state.ts';
import { draftAt, isOpen, keyOf } from '../subjects.ts';
import type { Ui } from '../ui.ts';
import { StarChoice } from './star-choice.tsx';
import { SubjectLine } from './subject-line.tsx';

interface EntryProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly later: LaterState;
  readonly subject: ReviewSubject;
  /** True where it is the only one. */
  readonly alone: boolean;
}

/** One subject: its stars and the way on; or how its review stands. */
export function Entry({ ui, state, later, subject, alone }: EntryProps): VNode {
  const { model } = ui;
  const { title, reward } = subject;
  const key = keyOf(subject);
  const { stars } = draftAt(state, key);
  const screens = later.state === 'ready' ? later.screens : null;
  if (!isOpen(subject) || state.skipped.includes(key))
    return (
      <li class="entry settled" part="entry">
        {screens ? (
          <screens.Settled ui={ui} state={state} subject={subject} alone={alone} />
        ) : (
          <Skeleton bars={['thing']} />
        )}
      </li>
    );
  return (
    <li class={alone ? 'entry alone' : 'entry'} part="entry">
      <SubjectLine ui={ui} subject={subject}>
        {reward ? <p class="quiet">{ui.say('reward', { reward: reward.label })}</p> : null}
      </SubjectLine>
      <StarChoice
        ui={ui}
        title={title}
        value={stars}
        kept={stars !== null}
        onChoose={(n) => model.setStars(key, n)}
      />
      {screens ? (
        <screens.Ways ui={ui} state={state} subject={subject} alone={alone} />
      ) : stars || !alone ? (
        <div class="ways">
          {stars ? (
            <Button
              guard={ui.guard}
              kind="primary"
              label={ui.say('continue.of', { title })}
              onPress={() => model.write(key)}
            >
              {ui.say('continue')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
