import type { ReviewForm, ReviewSubject } from '@postlude/contract';
import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import { nameOf } from '../content.ts';
import type { Draft } from '../state.ts';
import type { Ui } from '../ui.ts';
import { StarRow } from './star-row.tsx';

interface PreviewProps {
  readonly ui: Ui;
  readonly subject: ReviewSubject;
  readonly draft: Draft;
  readonly form: ReviewForm;
}

/** A review as others will see it. */
export function Preview({ ui, subject, draft, form }: PreviewProps): VNode {
  const { stars, title, text, scales, pros, cons, recommend, photos } = draft;
  const name = nameOf(draft, form);
  const points = [
    ...pros.map((point) => ['success', point] as const),
    ...cons.map((point) => ['neutral', point] as const),
  ];
  const answered = subject.scales.filter(({ id }) => scales[id]);
  const kept = photos.filter(({ uploadId }) => uploadId).length;
  return (
    <article class="preview" part="preview">
      <header class="preview-head">
        {stars ? <StarRow ui={ui} value={stars} /> : null}
        <bdi>{name ?? ui.say('name.anonymous')}</bdi>
        <span class="status success">
          <Icon name="check" />
          <span>{ui.say('verified')}</span>
        </span>
        {subject.reward ? <span class="quiet">{ui.say('incentivised')}</span> : null}
      </header>
      {title.trim() ? (
        <p class="preview-title" dir="auto">
          {title.trim()}
        </p>
      ) : null}
      {text.trim() ? (
        <p class="written" dir="auto">
          {text.trim()}
        </p>
      ) : null}
      {points.length > 0 ? (
        <ul class="preview-points">
          {points.map(([tone, point]) => (
            <li key={tone + point} class={`point-said ${tone}`}>
              <Icon name={tone === 'success' ? 'check' : 'dot'} />
              <span dir="auto">{point}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {answered.length > 0 ? (
        <ul class="preview-scales quiet">
          {answered.map(({ id, label, low, middle, high }) => {
            const n = scales[id] ?? 0;
            const word = { 1: low, 3: middle, 5: high }[n as 1 | 3 | 5];
            return (
              <li key={id}>
                {label}: {word ?? `${ui.format.number(n)}/${ui.format.number(5)} (${low} – ${high})`}
              </li>
            );
          })}
        </ul>
      ) : null}
      {recommend === null ? null : <p class="quiet">{ui.say(recommend ? 'recommends' : 'recommends_not')}</p>}
      {kept > 0 ? <p class="quiet">{ui.say('media.count', { n: kept })}</p> : null}
      {subject.reward ? <p class="quiet">{ui.say('incentivised.about')}</p> : null}
    </article>
  );
}
