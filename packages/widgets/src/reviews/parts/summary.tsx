import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { Stars } from './stars.tsx';

interface Props {
  readonly ui: Ui;
  readonly state: ReadyState;
}

/** The average, and how many gave how many stars, as a picture whose bars narrow the list. */
export function Summary({ ui, state }: Props): VNode {
  const { summary } = state;
  const { average, count, verified, incentivised, recommend } = summary;
  return (
    <div class="summary">
      <div class="score">
        {average === null ? null : (
          <>
            <p class="average">
              <span class="average-number">{ui.decimal(average)}</span>
              <span class="quiet">{ui.say('out.of')}</span>
            </p>
            <Stars value={average} />
          </>
        )}
        <p>{ui.say('count', { n: count })}</p>
        <ul class="facts quiet">
          <li>{ui.say('verified_of', { n: verified, all: count })}</li>
          {recommend && recommend.of > 0 ? (
            <li>{ui.say('recommend_of', { n: recommend.yes, all: recommend.of })}</li>
          ) : null}
          {incentivised > 0 ? <li>{ui.say('incentivised_of', { n: incentivised })}</li> : null}
        </ul>
      </div>
      <Distribution ui={ui} state={state} />
      <Scales ui={ui} state={state} />
    </div>
  );
}

function Distribution({ ui, state }: Props): VNode {
  const { summary, query } = state;
  const most = Math.max(1, summary.count);
  return (
    <ul class="distribution" aria-label={ui.say('distribution')}>
      {[5, 4, 3, 2, 1].map((stars) => {
        const n = summary.buckets[stars - 1] ?? 0;
        const isChosen = query.stars === stars;
        return (
          <li key={stars}>
            <button
              type="button"
              class="bucket"
              aria-pressed={isChosen}
              onClick={ui.guard(() => ui.model.show({ stars: isChosen ? null : stars }))}
            >
              <span class="bucket-stars">{ui.say('bucket', { stars })}</span>
              <span class="track">
                <span class="fill" style={{ inlineSize: `${(n / most) * 100}%` }} />
              </span>
              <span class="bucket-count" aria-hidden="true">
                {ui.format.number(n)}
              </span>
              <span class="unseen">{ui.say('count', { n })}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The store's own questions, each with the place of its average between two words. */
function Scales({ ui, state }: Props): VNode | null {
  const { scales } = state.summary;
  if (scales.length === 0) return null;
  return (
    <ul class="scales">
      {scales.map(({ id, label, low, middle, high, value }) => (
        <li key={id} class="scale">
          <span class="scale-label">{label}</span>
          <span class="unseen">{ui.say('scale.is', { label, low, high, value: ui.decimal(value) })}</span>
          <span class="scale-track" aria-hidden="true">
            <span class="scale-mark" style={{ insetInlineStart: `${(value - 1) * 25}%` }} />
          </span>
          <span class="scale-ends quiet" aria-hidden="true">
            <span>{low}</span>
            {middle ? <span>{middle}</span> : null}
            <span>{high}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** There is nothing yet. */
export function NoReviews({ ui }: { readonly ui: Ui }): VNode {
  return (
    <div class="hero neutral">
      <span class="badge" part="badge">
        <Icon name="dot" />
      </span>
      <div class="words">
        <p>
          <strong>{ui.say('none')}</strong>
        </p>
        <p class="quiet">{ui.say('none.about')}</p>
      </div>
    </div>
  );
}
