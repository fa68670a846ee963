import type { OwnReview } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Confirm } from '../../kit/confirm.tsx';
import { Notice } from '../../kit/notice.tsx';
import { draftFrom } from '../content.ts';
import { SubjectLine } from '../parts/subject-line.tsx';
import type { ReadyState } from '../state.ts';
import { stepsOf, subjectOf } from '../subjects.ts';
import { troubleText, type Ui } from '../ui.ts';
import { OwnFiles } from './own-files.tsx';
import { Preview } from './preview.tsx';
import { ReviewStatus } from './review-status.tsx';

/** A review that is there: how it stands and why, what the shop answered, and what can be done with it. */
export function Own({ ui, state }: { readonly ui: Ui; readonly state: ReadyState }): VNode | null {
  const { at, form, troubles, doing } = state;
  const subject = subjectOf(form, at);
  const review = subject?.review;
  if (!subject || !review || !at) return null;
  const trouble = troubles[at];
  const isWithdrawn = review.visibility === 'withdrawn';
  const isAsked = state.offer?.kind === 'media' && !review.uploads.length;
  const takesMedia = stepsOf(subject).includes('media') && review.uploads.length < form.uploads.perReview;
  const day = (at: string): string => ui.format.day(at);
  return (
    <section class="card" part="card" aria-busy={doing !== null}>
      <header class="words">
        <h2 class="headline" part="headline" tabIndex={-1}>
          {ui.say(isAsked ? 'step.media.photo' : 'own.title')}
        </h2>
        <p class="quiet">
          {review.editedAt
            ? ui.say('own.edited_on', { date: day(review.editedAt) })
            : ui.say('own.sent_on', { date: day(review.createdAt) })}
        </p>
      </header>
      <SubjectLine ui={ui} subject={subject}>
        <ReviewStatus ui={ui} review={review} />
      </SubjectLine>
      {trouble && !state.offline ? (
        <Notice tone={trouble.problem.code === 'conflict' ? 'neutral' : 'problem'}>
          {troubleText(ui, trouble.problem)}
        </Notice>
      ) : null}
      <Standing ui={ui} review={review} />
      <Preview
        ui={ui}
        subject={{ ...subject, reward: review.incentivised ? (subject.reward ?? { label: '' }) : null }}
        draft={draftFrom(review)}
        form={form}
      />
      <OwnFiles ui={ui} review={review} />
      {review.reply ? (
        <div class="panel-box" part="reply">
          <p class="quiet">{ui.say('own.reply', { date: day(review.reply.at) })}</p>
          <p class="written" dir="auto">
            {review.reply.text}
          </p>
        </div>
      ) : null}
      <div class="ways own-ways">
        {takesMedia && !isWithdrawn ? (
          <Button
            guard={ui.guard}
            kind={isAsked ? 'primary' : 'secondary'}
            busy={doing !== null}
            onPress={() => ui.model.amend(at, 'media')}
          >
            {ui.say('own.add')}
          </Button>
        ) : null}
        <Button
          guard={ui.guard}
          kind={isWithdrawn ? 'primary' : 'secondary'}
          busy={doing !== null}
          onPress={() => ui.model.amend(at)}
        >
          {ui.say(isWithdrawn ? 'own.again' : 'own.edit')}
        </Button>
        {isWithdrawn ? null : (
          <Confirm
            guard={ui.guard}
            label={ui.say('own.withdraw')}
            question={ui.say('own.withdraw.ask')}
            about={ui.say('own.withdraw.about')}
            yes={ui.say('own.withdraw.yes')}
            no={ui.say('own.withdraw.no')}
            busy={doing !== null}
            onConfirm={() => ui.model.withdraw(at)}
          />
        )}
      </div>
      <Button guard={ui.guard} kind="plain" onPress={isAsked ? ui.model.dismiss : ui.model.toOverview}>
        {ui.say(isAsked ? 'not_now' : 'own.back')}
      </Button>
    </section>
  );
}

/** How it stands with the store, in a sentence, with the reason where there is one. */
function Standing({ ui, review }: { readonly ui: Ui; readonly review: OwnReview }): VNode {
  const { moderation, visibility, rejected } = review;
  if (visibility === 'withdrawn') return <p>{ui.say('own.withdrawn')}</p>;
  const reason = rejected ? (ui.known(`reason.${rejected.reason}`) ?? '') : '';
  if (visibility === 'shown' && moderation !== 'rejected')
    return <p>{ui.say(moderation === 'pending' ? 'own.pending' : 'own.approved')}</p>;
  return (
    <Notice tone="warning">
      <p>{ui.say(visibility === 'hidden' ? 'own.hidden' : 'own.rejected', { reason })}</p>
      {rejected?.note ? <p>{ui.say('own.note', { note: rejected.note })}</p> : null}
      {moderation === 'rejected' ? <p>{ui.say('own.rejected.again')}</p> : null}
    </Notice>
  );
}
