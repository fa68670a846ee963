import type { OfferedPlace } from '@postlude/contract';
import type { VNode } from 'preact';
import { Link, safeAddress } from '../../kit/link.tsx';
import type { ClaimsUi } from '../ui.ts';

interface PlaceFactsProps {
  readonly ui: ClaimsUi;
  readonly place: OfferedPlace;
  /** With a link to its page: not inside of what is pressed itself. */
  readonly link?: boolean;
}

/** Where a place is, when it is open, and what else there is to know. */
export function PlaceFacts({ ui, place, link }: PlaceFactsProps): VNode {
  const { address, hours, note, url } = place;
  return (
    <span class="words place-facts">
      {address.length > 0 ? (
        <span>
          <bdi>{address.join(', ')}</bdi>
        </span>
      ) : null}
      {hours.length > 0 ? <span class="unseen">{ui.say('where.hours')}</span> : null}
      {hours.map((line) => (
        <span key={line}>
          <bdi>{line}</bdi>
        </span>
      ))}
      {note ? (
        <span>
          <bdi>{note}</bdi>
        </span>
      ) : null}
      {link && safeAddress(url) ? (
        <Link class="button plain" href={url} newTab={ui.t('new_window')}>
          {ui.say('where.website')}
        </Link>
      ) : null}
    </span>
  );
}
