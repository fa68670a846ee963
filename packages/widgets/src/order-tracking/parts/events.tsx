import type { Shipment, TrackingEvent } from '@postlude/contract';
import type { VNode } from 'preact';
import { Disclosure } from '../../kit/disclosure.tsx';
import type { Ui } from '../ui.ts';
import { eventText, placeText } from '../wording.ts';

interface EventsProps {
  readonly ui: Ui;
  readonly shipment: Shipment;
}

/** The latest news of a parcel, and on demand everything that happened, newest first. */
export function Events({ ui, shipment }: EventsProps): VNode | null {
  const [latest] = shipment.events;
  const n = shipment.events.length;
  if (!latest) return null;
  return (
    <div class="news">
      <h4 class="unseen">{ui.t('latest')}</h4>
      <div class="latest">
        <EventRow ui={ui} event={latest} />
      </div>
      {n > 1 ? (
        <Disclosure guard={ui.guard} label={ui.t('events', { n })}>
          <ol class="events" part="events">
            {shipment.events.map((event) => (
              <li key={event.id} class={`event ${event.status}`} part="event">
                <EventRow ui={ui} event={event} />
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </div>
  );
}

function EventRow({ ui, event }: { ui: Ui; event: TrackingEvent }): VNode {
  const place = placeText(ui, event.place);
  return (
    <>
      <span class="name" dir="auto">
        {eventText(ui, event)}
      </span>
      <span class="quiet">
        <time dateTime={`${event.localTime}${event.offset ?? ''}`}>
          {ui.format.wallClock(event.localTime, event.offset, event.at)}
        </time>
        {place ? <bdi class="dotted">{place}</bdi> : null}
      </span>
    </>
  );
}
