import type { TargetedEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import { allReviews } from '../reviews.model.ts';
import type { ReviewSort } from '../reviews-source.ts';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';

const sorts: readonly ReviewSort[] = ['newest', 'helpful', 'highest', 'lowest', 'media'];

/** What sorts and narrows the list. */
export function Tools({ ui, state }: { readonly ui: Ui; readonly state: ReadyState }): VNode {
  const { query, sort, summary } = state;
  const [words, write] = useState(query.words);
  const id = useUniqueId();
  const isNarrow = query.stars !== null || query.media || query.verified || query.words !== '';
  return (
    <fieldset class="tools">
      <legend class="unseen">{ui.say('filter.title')}</legend>
      <div class="field">
        <label for={`${id}-sort`}>{ui.say('sort')}</label>
        <select
          id={`${id}-sort`}
          part="input"
          value={sort}
          onChange={ui.guard((event: TargetedEvent<HTMLSelectElement>) =>
            ui.model.show({ sort: event.currentTarget.value as ReviewSort }),
          )}
        >
          {sorts.map((one) => (
            <option key={one} value={one}>
              {ui.say(`sort.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <form
        class="field search"
        onSubmit={ui.guard((event: Event) => {
          event.preventDefault();
          ui.model.show({ words: words.trim() });
        })}
      >
        <label for={`${id}-words`}>{ui.say('filter.words')}</label>
        <span class="search-row">
          <input
            id={`${id}-words`}
            part="input"
            name="words"
            type="search"
            dir="auto"
            maxLength={100}
            value={words}
            onInput={ui.guard((event: TargetedEvent<HTMLInputElement>) => write(event.currentTarget.value))}
          />
          <Button guard={ui.guard} submit>
            {ui.say('filter.search')}
          </Button>
        </span>
      </form>
      <div class="ways chips">
        {summary.withMedia > 0 ? (
          <Toggle
            ui={ui}
            on={query.media}
            text={ui.say('filter.media')}
            press={(media) => ui.model.show({ media })}
          />
        ) : null}
        {summary.verified > 0 && summary.verified < summary.count ? (
          <Toggle
            ui={ui}
            on={query.verified}
            text={ui.say('filter.verified')}
            press={(verified) => ui.model.show({ verified })}
          />
        ) : null}
        {isNarrow ? (
          <Button
            guard={ui.guard}
            kind="plain"
            onPress={() => {
              write('');
              ui.model.show({ ...allReviews, sort: query.sort });
            }}
          >
            {ui.say('filter.clear')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

interface ToggleProps {
  readonly ui: Ui;
  readonly on: boolean;
  readonly text: string;
  readonly press: (on: boolean) => void;
}

const Toggle = ({ ui, on, text, press }: ToggleProps): VNode => (
  <button type="button" class="button chip" aria-pressed={on} onClick={ui.guard(() => press(!on))}>
    {text}
  </button>
);
