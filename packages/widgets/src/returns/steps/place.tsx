import type { OfferedMethod } from '@postlude/contract';
import type { VNode } from 'preact';
import type { Ui } from '../ui.ts';

interface PlaceProps {
  readonly ui: Ui;
  readonly place: OfferedMethod['places'][number];
}

/** Where a place is and when it is open. */
export function Place({ ui, place }: PlaceProps): VNode {
  const { address, hours } = place;
  return (
    <span class="words">
      {[...address, ...(hours ?? [])].map((line) => (
        <span key={line}>
          <bdi>{line}</bdi>
        </span>
      ))}
      {hours && hours.length > 0 ? <span class="unseen">{ui.say('where.hours')}</span> : null}
    </span>
  );
}
