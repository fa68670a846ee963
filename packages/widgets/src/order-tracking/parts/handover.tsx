import type { Order, Shipment } from '@postlude/contract';
import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import { Link, pictureAddress } from '../../kit/link.tsx';
import type { Ui } from '../ui.ts';
import { storeAddress } from '../wording.ts';
import { Code } from './carrier.tsx';

interface PartProps {
  readonly ui: Ui;
  readonly order: Order;
  readonly shipment: Shipment;
}

/** What the shopper must do, why, how, and by when. */
export function RequiredAction({ ui, order, shipment }: PartProps): VNode | null {
  const required = shipment.actionRequired;
  if (!required) return null;
  const { action, url, until } = required;
  const store = action === 'contact_store';
  // Collecting is done on foot: the pick-up point below says where.
  const way = url ?? (store ? storeAddress(ui, order) : action === 'collect' ? null : shipment.trackingUrl);
  return (
    <section class="panel-box warning" part="action">
      <h4 class="title">{ui.t('action')}</h4>
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
          <span>{ui.known(`action.${action}`) ?? ui.t('action.contact_carrier')}</span>
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
      <h4 class="title">
        <Icon name="pin" />
        <span>{ui.t('pickup')}</span>
      </h4>
      {code ? (
        <div class="words">
          <span class="quiet">{ui.t('pickup.code')}</span>
          <Code ui={ui} value={code} what={ui.t('pickup.code')} big />
        </div>
      ) : null}
      <address class="words" dir="auto">
        {name ? <strong>{name}</strong> : null}
        <Lines lines={address} />
      </address>
      {hours.length > 0 ? (
        <div class="words" dir="auto">
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
        <span key={line}>{line}</span>
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
      <h4 class="title">
        <Icon name="check" />
        <span>{ui.t('proof')}</span>
      </h4>
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
