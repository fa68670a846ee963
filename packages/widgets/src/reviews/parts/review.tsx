import type { PublicReview } from '@postlude/contract';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { Pictures } from './pictures.tsx';
import { Stars } from './stars.tsx';

/** Longer texts are cut at first, to so many UTF-16 units. */
const longText = 500;
const shortText = 360;

interface Props {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly review: PublicReview;
  readonly onPicture: (review: PublicReview, index: number) => void;
  readonly onReport: (review: PublicReview) => void;
}

/** Who wrote it, as it is shown. */
export const nameOf = (ui: Pick<Ui, 'say'>, { name }: PublicReview): string => name ?? ui.say('anonymous');

/** One review. What a stranger wrote is shown as text, in its own direction. */
export function Review({ ui, state, review, onPicture, onReport }: Props): VNode {
  const { id, stars, variant, createdAt, editedAt, recommend } = {
    ...review,
    variant: review.product?.variant,
  };
  const vote = state.votes[id];
  const helpful = vote?.helpful ?? review.helpful;
  const name = nameOf(ui, review);
  return (
    <article class="review" part="review" aria-labelledby={`by-${id}`}>
      <header class="review-head">
        <Stars value={stars} label={ui.say('stars.of', { stars: ui.format.number(stars) })} />
        <p class="by" id={`by-${id}`}>
          <bdi class="name">{name}</bdi>
          <span class="quiet">
            <time dateTime={createdAt}>{ui.format.dayOf(createdAt)}</time>
          </span>
        </p>
        <Marks ui={ui} review={review} />
      </header>
      <Written ui={ui} review={review} />
      <Points ui={ui} review={review} />
      <Pictures ui={ui} media={review.media} onOpen={(index) => onPicture(review, index)} />
      <ul class="facts quiet">
        {variant ? <li>{ui.say('variant', { variant })}</li> : null}
        {recommend === null ? null : <li>{ui.say(recommend ? 'recommends' : 'recommends_not')}</li>}
        {editedAt ? <li>{ui.say('edited', { date: ui.format.dayOf(editedAt) })}</li> : null}
      </ul>
      {review.reply ? (
        <div class="panel-box reply" part="reply">
          <p>
            <strong>{ui.say('reply')}</strong> <span class="quiet">{ui.format.dayOf(review.reply.at)}</span>
          </p>
          <p class="written" dir="auto">
            {review.reply.text}
          </p>
        </div>
      ) : null}
      <div class="ways review-ways">
        <button
          type="button"
          class="button chip"
          aria-pressed={vote?.mine ?? false}
          aria-disabled={state.voting === id ? 'true' : undefined}
          aria-label={`${ui.say('helpful.what', { name })}${helpful > 0 ? ` (${ui.format.number(helpful)})` : ''}`}
          onClick={ui.guard(() => ui.model.vote(id))}
        >
          <Icon name="check" />
          <span>{helpful > 0 ? ui.say('helpful.count', { n: helpful }) : ui.say('helpful')}</span>
        </button>
        <Button
          guard={ui.guard}
          kind="plain"
          label={ui.say('report.what', { name })}
          onPress={() => onReport(review)}
        >
          {ui.say('report')}
        </Button>
      </div>
    </article>
  );
}

/** What everybody has to be told of a review: whether it was bought, paid for, brought from elsewhere (Directive (EU) 2019/2161). */
function Marks({ ui, review }: Pick<Props, 'ui' | 'review'>): VNode {
  const { verification, incentivised, imported, featured } = review;
  return (
    <ul class="marks">
      <li class={`mark ${verification === 'verified' ? 'success' : 'neutral'}`}>
        <Icon name={verification === 'verified' ? 'check' : 'dot'} />
        {ui.say(verification)}
      </li>
      {incentivised ? (
        <li class="mark warning">
          <Icon name="bang" />
          <span>
            {ui.say('incentivised')}
            <span class="unseen"> {ui.say('incentivised.about')}</span>
          </span>
        </li>
      ) : null}
      {imported ? (
        <li class="mark neutral">
          <Icon name="out" />
          {ui.say('imported')}
        </li>
      ) : null}
      {featured ? (
        <li class="mark progress">
          <Icon name="pin" />
          {ui.say('featured')}
        </li>
      ) : null}
    </ul>
  );
}

/** Title and text, in translation where there is one, with the original one press away. */
function Written({ ui, review }: Pick<Props, 'ui' | 'review'>): VNode {
  const { translation, language } = review;
  const [isOriginal, showOriginal] = useState(false);
  const [isWhole, showWhole] = useState(false);
  const translated = translation && !isOriginal ? translation : null;
  const { title, text } = translated ?? review;
  const isLong = (text?.length ?? 0) > longText;
  return (
    <div class="words" lang={translated ? undefined : (language ?? undefined)}>
      {title ? (
        <h3 class="review-title" dir="auto">
          {title}
        </h3>
      ) : null}
      {text ? (
        <p class="written" dir="auto">
          {isLong && !isWhole ? beginning(text) : text}
        </p>
      ) : null}
      {isLong && !isWhole ? (
        <Button guard={ui.guard} kind="plain" onPress={() => showWhole(true)}>
          {ui.say('read_on')}
        </Button>
      ) : null}
      {translation ? (
        <p class="quiet translated">
          {translated ? <span>{ui.say('translated')}</span> : null}
          <Button guard={ui.guard} kind="plain" onPress={() => showOriginal(!isOriginal)}>
            {ui.say(isOriginal ? 'translation' : 'original')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** The beginning of a text, up to the end of a word. */
function beginning(text: string): string {
  const end = text.lastIndexOf(' ', shortText);
  // Half of a pair of units is no letter.
  return `${text.slice(0, end > shortText / 2 ? end : shortText).replace(/[\ud800-\udbff]$/, '')}…`;
}

function Points({ ui, review }: Pick<Props, 'ui' | 'review'>): VNode | null {
  const lists = (['pros', 'cons'] as const).filter((name) => review[name].length > 0);
  if (lists.length === 0) return null;
  return (
    <div class="points-lists">
      {lists.map((name) => (
        <div key={name} class={name === 'pros' ? 'success' : 'neutral'}>
          <p class="quiet">{ui.say(name)}</p>
          <ul class="point-list">
            {review[name].map((point, index) => (
              <li key={index} class="point">
                <Icon name={name === 'pros' ? 'check' : 'cross'} />
                <bdi>{point}</bdi>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
