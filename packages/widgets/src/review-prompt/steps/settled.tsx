import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { SubjectLine } from '../parts/subject-line.tsx';
import { keyOf } from '../subjects.ts';
import { ReviewStatus } from './review-status.tsx';
import type { EntryPartProps } from './ways.tsx';

/** One that is reviewed, left out, or cannot be reviewed: how it stands, and the way to it. */
export function Settled({ ui, subject }: EntryPartProps): VNode {
  const { review, closed, title } = subject;
  const key = keyOf(subject);
  const name = review ? 'own' : 'unskip';
  return (
    <>
      <SubjectLine ui={ui} subject={subject}>
        {review ? (
          <ReviewStatus ui={ui} review={review} />
        ) : (
          <p class="quiet">{closed ? ui.known(`closed.${closed}`) : ui.say('skipped')}</p>
        )}
      </SubjectLine>
      {review || !closed ? (
        <Button
          guard={ui.guard}
          kind="plain"
          label={ui.say(`${name}.of`, { title })}
          onPress={() => (review ? ui.model.showOwn(key) : ui.model.skip(key, false))}
        >
          {ui.say(name)}
        </Button>
      ) : null}
    </>
  );
}
