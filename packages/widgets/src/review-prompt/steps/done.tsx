import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { CopyButton } from '../../kit/copy-button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Link } from '../../kit/link.tsx';
import { SubjectLine } from '../parts/subject-line.tsx';
import type { ReadyState } from '../state.ts';
import { keyOf } from '../subjects.ts';
import type { Ui } from '../ui.ts';
import { ReviewStatus } from './review-status.tsx';

/** What was sent: thanks, what happens now, what was promised for it, and at most one further ask. */
export function Done({ ui, state }: { readonly ui: Ui; readonly state: ReadyState }): VNode {
  const { form, sent, skipped, further } = state;
  const { referral } = ui.pages;
  const mine = form.subjects.filter((subject) => sent.includes(keyOf(subject)));
  const waits = form.checkedFirst || mine.some(({ review }) => review?.moderation === 'pending');
  const rest = skipped.length;
  const askFor = further?.kind === 'media' ? 'media' : 'review';
  return (
    <section class="card" part="card">
      <div class="hero success">
        <span class="badge" part="badge">
          <Icon name="check" />
        </span>
        <div class="words">
          <h2 class="headline" part="headline" tabIndex={-1}>
            {ui.say('done.title')}
          </h2>
          <p class="quiet">
            {ui.say(
              waits
                ? 'done.checked'
                : mine.every(({ review }) => review?.publishedAt)
                  ? 'done.published'
                  : 'done.published.soon',
            )}
          </p>
        </div>
      </div>
      <ul class="entries">
        {mine.map((subject) => {
          const { review } = subject;
          return (
            <li key={keyOf(subject)} class="entry" part="entry">
              <SubjectLine ui={ui} subject={subject}>
                {review ? <ReviewStatus ui={ui} review={review} /> : null}
              </SubjectLine>
              {review?.reward ? (
                <div class="panel-box" part="reward">
                  <p>{ui.say('done.reward', { reward: review.reward.label })}</p>
                  {review.reward.code ? (
                    <CopyButton
                      guard={ui.guard}
                      class="big"
                      value={review.reward.code}
                      label={ui.t('copy')}
                      fullLabel={ui.t('copy.what', { what: ui.say('done.code') })}
                      copied={ui.t('copied')}
                      refused={ui.t('copy_failed')}
                      announce={(text) => {
                        ui.said.value = { text };
                      }}
                    />
                  ) : (
                    <p class="quiet">{ui.say('done.reward.later')}</p>
                  )}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {further?.kind === 'referral' && referral ? (
        <p part="further">
          <Link href={referral}>{ui.say('further.referral')}</Link>
        </p>
      ) : null}
      {further && further.kind !== 'referral' ? (
        <div class="panel-box" part="further">
          <p>{ui.say(`further.${askFor}`)}</p>
          <div class="ways">
            <Button guard={ui.guard} kind="primary" onPress={ui.model.goFurther}>
              {ui.say(`further.${askFor}.go`)}
            </Button>
          </div>
        </div>
      ) : null}
      <div class="ways">
        <Button guard={ui.guard} onPress={ui.model.toOverview}>
          {rest > 0 ? ui.say('done.rest', { n: rest }) : ui.say('done.all')}
        </Button>
      </div>
    </section>
  );
}
