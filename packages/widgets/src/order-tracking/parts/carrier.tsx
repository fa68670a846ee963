import type { Leg, Shipment } from '@postlude/contract';
import type { VNode } from 'preact';
import { CopyButton } from '../../kit/copy-button.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Link, safeAddress } from '../../kit/link.tsx';
import type { Words } from '../../order-session/words.ts';

interface CarrierProps {
  readonly ui: Words;
  readonly shipment: Shipment;
}

/** Who carries the parcel, its number ready to copy, and the way to the carrier's own page. */
export function Carrier({ ui, shipment }: CarrierProps): VNode | null {
  const { carrier, trackingNumber, trackingUrl, legs } = shipment;
  if (!carrier && !trackingNumber) return null;
  return (
    <div class="carrier" part="carrier">
      <div class="facts">
        <span class="words">
          <span class="quiet">
            {carrier ? <bdi>{carrier.name}</bdi> : <span>{ui.t('tracking_number')}</span>}
          </span>
          {trackingNumber ? <Code ui={ui} value={trackingNumber} what={ui.t('tracking_number')} /> : null}
        </span>
        {safeAddress(trackingUrl) ? (
          <Link
            class="button secondary"
            part="button button-secondary"
            href={trackingUrl}
            newTab={ui.t('new_window')}
          >
            <span>{carrier ? ui.t('track.carrier', { carrier: carrier.name }) : ui.t('track')}</span>
            <Icon name="out" />
          </Link>
        ) : null}
      </div>
      {legs.length > 1 ? (
        <Disclosure guard={ui.guard} label={ui.t('legs')}>
          {() => (
            <ol class="events">
              {legs.map((leg) => (
                <LegRow key={`${leg.carrier.name} ${leg.trackingNumber}`} ui={ui} leg={leg} />
              ))}
            </ol>
          )}
        </Disclosure>
      ) : null}
    </div>
  );
}

function LegRow({ ui, leg }: { ui: Words; leg: Leg }): VNode {
  const { carrier, trackingNumber, trackingUrl, since } = leg;
  return (
    <li class="event">
      <span class="name">
        <Link href={trackingUrl} newTab={ui.t('new_window')}>
          <bdi>{carrier.name}</bdi>
        </Link>
      </span>
      <span class="dots quiet">
        {trackingNumber ? (
          <span>
            <bdi class="code" dir="ltr">
              {trackingNumber}
            </bdi>
          </span>
        ) : null}
        {since ? <time dateTime={since}>{ui.format.moment(since)}</time> : null}
      </span>
    </li>
  );
}

/** A code a shopper may have to type elsewhere. */
export function Code(props: { ui: Words; value: string; what: string; big?: boolean }): VNode {
  const { ui, value, what, big } = props;
  return (
    <CopyButton
      guard={ui.guard}
      value={value}
      label={ui.t('copy')}
      fullLabel={ui.t('copy.what', { what })}
      copied={ui.t('copied')}
      refused={ui.t('copy_failed')}
      announce={(text) => {
        ui.said.value = { text };
      }}
      class={big ? 'big' : undefined}
    />
  );
}
