import type { Shipment, TrackingEvent } from '@postlude/contract';
import type { VNode } from 'preact';
import { Disclosure } from '../../kit/disclosure.tsx';
import type { Words } from '../../order-session/words.ts';
import { eventText, placeText } from '../wording.ts';

/** How many stand ready for print while closed: a hundred in each of several parcels would hold up the first paint. */
const printed = 20;

interface EventsProps {
  readonly ui: Words;
  readonly shipment: Shipment;
}

/** The latest news of a parcel, and on demand everything that happened, newest first. */
export function Events({ ui, shipment }: EventsProps): VNode | null {
  const [latest] = shipment.events;
  const n = shipment.events.length;
  if (!latest) return null;
  return (
    <div>
      <p class="unseen">{ui.t('latest')}</p>
      <div class="latest">
        <EventRow ui={ui} event={latest} />
      </div>
      {n > 1 ? (
        <Disclosure guard={ui.guard} label={ui.t('events', { n })}>
          {(open) => (
            <ol class="events" part="events">
              {shipment.events.slice(0, open ? n : printed).map((event) => (
                <li key={event.id} class="event" part="event">
                  <EventRow ui={ui} event={event} />
                </li>
              ))}
            </ol>
          )}
        </Disclosure>
      ) : null}
    </div>
  );
}

function EventRow({ ui, event }: { ui: Words; event: TrackingEvent }): VNode {
  const place = placeText(ui, event.place);
  return (
    <>
      <span class="name">
        <bdi>{eventText(ui, event)}</bdi>
      </span>
      <span class="dots quiet">
        <time dateTime={`${event.localTime}${event.offset ?? ''}`}>
          {ui.format.wallClock(event.localTime, event.offset, event.at)}
        </time>
        {place ? <span>{place}</span> : null}
      </span>
    </>
  );
}
