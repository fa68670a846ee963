import type { Shipment } from '@postlude/contract';
import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import { Link, pictureAddress } from '../../kit/link.tsx';
import type { Words } from '../../order-session/words.ts';
import { type ParcelOrder, storeAddress } from '../wording.ts';
import { Code } from './carrier.tsx';

interface PartProps {
  readonly ui: Words;
  readonly order: ParcelOrder;
  readonly shipment: Shipment;
}

/** What the shopper must do, why, how, and by when. */
export function RequiredAction({ ui, order, shipment }: PartProps): VNode | null {
  const required = shipment.actionRequired;
  if (!required) return null;
  const { action, url, until } = required;
  // The pick-up point says it all.
  if (action === 'collect' && shipment.pickup) return null;
  const way = url ?? (action === 'contact_store' ? storeAddress(ui, order) : shipment.trackingUrl);
  return (
    <section class="panel-box warning" part="action">
      <p class="title">{ui.t('action')}</p>
      <p>{ui.known(`todo.${action}`) ?? ui.t('todo.other')}</p>
      {until ? (
        <p class="by">
          <Icon name="clock" />
          <span>{ui.t('action.until', { date: ui.format.day(until) })}</span>
        </p>
      ) : null}
      {way ? (
        <Link
          class="button primary"
          part="button button-primary"
          href={way}
          newTab={/^http/i.test(way) ? ui.t('new_window') : undefined}
        >
          <span>{ui.known(`action.${action}`) ?? ui.t('track')}</span>
        </Link>
      ) : null}
    </section>
  );
}

/** Where to collect a parcel: the code first, because that is what one looks for at the counter. */
export function Pickup({ ui, shipment }: Omit<PartProps, 'order'>): VNode | null {
  const { pickup } = shipment;
  if (!pickup || shipment.status === 'delivered') return null;
  const { name, address, hours, code, until } = pickup;
  return (
    <section class="panel-box" part="pickup">
      <p class="title">
        <Icon name="pin" />
        <span>{ui.t('pickup')}</span>
      </p>
      <p>{ui.t('todo.collect')}</p>
      {code ? (
        <div class="words">
          <span class="quiet">{ui.t('pickup.code')}</span>
          <Code ui={ui} value={code} what={ui.t('pickup.code')} big />
        </div>
      ) : null}
      <address class="words">
        {name ? (
          <strong>
            <bdi>{name}</bdi>
          </strong>
        ) : null}
        <Lines lines={address} />
      </address>
      {hours.length > 0 ? (
        <div class="words">
          <span class="quiet">{ui.t('pickup.hours')}</span>
          <Lines lines={hours} />
        </div>
      ) : null}
      {until ? (
        <p class="by">
          <Icon name="clock" />
          <span>{ui.t('pickup.until', { date: ui.format.day(until) })}</span>
        </p>
      ) : null}
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }): VNode {
  return (
    <>
      {lines.map((line) => (
        <span key={line}>
          <bdi>{line}</bdi>
        </span>
      ))}
    </>
  );
}

/** What the carrier says of the handing over. */
export function Proof({ ui, shipment }: Omit<PartProps, 'order'>): VNode | null {
  const { proof } = shipment;
  const photo = pictureAddress(proof?.photoUrl);
  if (!proof || !(proof.signedBy || proof.leftAt || photo)) return null;
  return (
    <section class="panel-box" part="proof">
      <p class="title">
        <Icon name="check" />
        <span>{ui.t('proof')}</span>
      </p>
      <div class="words">
        {proof.signedBy ? <span>{ui.t('proof.signed', { name: proof.signedBy })}</span> : null}
        {proof.leftAt ? <span>{ui.t('proof.left', { place: proof.leftAt })}</span> : null}
        <time class="quiet" dateTime={`${proof.localTime}${proof.offset ?? ''}`}>
          {ui.format.wallClock(proof.localTime, proof.offset, proof.at)}
        </time>
      </div>
      {photo ? (
        <Link href={photo} newTab={ui.t('new_window')}>
          <img class="photo" src={photo} alt={ui.t('proof.photo')} loading="lazy" decoding="async" />
        </Link>
      ) : null}
    </section>
  );
}
