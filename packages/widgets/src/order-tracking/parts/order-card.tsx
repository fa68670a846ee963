import type { Order } from '@postlude/contract';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Link } from '../../kit/link.tsx';
import { Rest } from '../../order-session/waiting.tsx';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { aboutText, headlineIcon, headlineText, mailAddress, placeText, telephone } from '../wording.ts';
import { Items } from './items.tsx';
import { Parcel } from './parcel.tsx';
import { Steps } from './steps.tsx';

const allSteps = ['ordered', 'shipped', 'in_transit', 'out_for_delivery', 'delivered'] as const;

interface OrderCardProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  /** True where it takes the place of its skeleton. */
  readonly first: boolean;
}

/**
 * The order: its sentence, its parcels, and the way to the store. The first card of a page is drawn in two tasks, because a
 * slow phone takes long to lay out all of it; what is still to come keeps its skeleton.
 */
export function OrderCard({ ui, state, first }: OrderCardProps): VNode {
  const { order } = state;
  const [whole, setWhole] = useState(!first);
  useEffect(() => setWhole(true), []);
  const { shipments, unshipped, headline } = order;
  const total = shipments.length;
  const spokenFor = total === 1 && shipments[0]?.headline.code === headline.code;
  const about = spokenFor || total === 0 ? aboutText(ui, headline) : null;
  const arrived = shipments.filter((shipment) => shipment.status === 'delivered').length;
  const place = placeText(ui, order.destination);
  return (
    <article class="card" part="card" aria-busy={state.refreshing || !whole}>
      <header class="top">
        <p class="dots quiet" part="order">
          <span>{ui.t('order', { number: order.number })}</span>
          <span>{ui.t('placed', { date: ui.format.dayOf(order.placedAt) })}</span>
          {order.total ? <bdi>{ui.format.money(order.total)}</bdi> : null}
        </p>
        <div class={`hero ${headline.tone}`}>
          <span class="badge" part="badge">
            <Icon name={headlineIcon(headline)} />
          </span>
          <div class="words">
            <h2 class="headline" part="headline" tabIndex={-1}>
              {headlineText(ui, headline)}
            </h2>
            {total > 1 ? (
              <p class="quiet">{ui.t('delivered_count', { done: arrived, total })}</p>
            ) : about ? (
              <p class="quiet">{about}</p>
            ) : place ? (
              <p class="quiet">{ui.t('destination', { place })}</p>
            ) : null}
          </div>
        </div>
        <Freshness ui={ui} state={state} />
      </header>
      {whole ? (
        <>
          {total === 0 ? <NothingShipped ui={ui} order={order} /> : null}
          {shipments.map((shipment, index) => (
            <Parcel
              key={shipment.id}
              ui={ui}
              order={order}
              shipment={shipment}
              place={spokenFor ? null : { n: index + 1, total }}
            />
          ))}
          {total > 0 && unshipped.length > 0 ? (
            <section class="parcel" part="unshipped">
              <h3 class="subline">{ui.t('not_shipped')}</h3>
              <Items ui={ui} order={order} items={unshipped} />
            </section>
          ) : null}
          <Help ui={ui} state={state} />
        </>
      ) : (
        <Rest />
      )}
    </article>
  );
}

function NothingShipped({ ui, order }: { ui: Ui; order: Order }): VNode {
  const items =
    order.unshipped.length > 0
      ? order.unshipped
      : order.lines.map(({ id, quantity, removed }) => ({ lineId: id, quantity: quantity || removed }));
  return (
    <section class="parcel" part="unshipped">
      {order.status === 'cancelled' ? null : (
        <Steps
          ui={ui}
          tone="neutral"
          steps={allSteps.map((step, index) => ({
            step,
            state: index ? 'upcoming' : 'current',
            at: index ? null : order.placedAt,
          }))}
        />
      )}
      <Items ui={ui} order={order} items={items} />
    </section>
  );
}

/** Says that what is shown may be old, and since when; nothing while it is not. */
function Freshness({ ui, state }: { ui: Ui; state: ReadyState }): VNode | null {
  if (!state.stale && !state.offline) return null;
  return (
    <div class="note" part="note">
      <Icon name="alert" />
      <p>
        <span>{ui.t(state.offline ? 'offline' : 'stale')}</span>{' '}
        <span>{ui.t('as_of', { time: ui.format.moment(state.asOf) })}</span>
      </p>
      <Button guard={ui.guard} kind="plain" onPress={ui.model.refresh} busy={state.refreshing}>
        {ui.t('refresh')}
      </Button>
    </div>
  );
}

/** The ways to the store; and to another order for who typed this one in. */
function Help({ ui, state }: { ui: Ui; state: ReadyState }): VNode | null {
  const { order, foundBy } = state;
  const { phone, url } = order.store.contact;
  const mail = mailAddress(ui, order);
  if (!mail && !phone && !url && foundBy !== 'lookup') return null;
  return (
    <footer class="help" part="help">
      {mail || phone || url ? <span class="quiet">{ui.t('help')}</span> : null}
      {mail ? (
        <Link class="button plain" href={mail}>
          {ui.t('help.report')}
        </Link>
      ) : null}
      {phone ? (
        <Link class="button plain" href={telephone(phone)}>
          {ui.t('help.phone', { phone })}
        </Link>
      ) : null}
      {url ? (
        <Link class="button plain" href={url}>
          {ui.t('action.contact_store')}
        </Link>
      ) : null}
      {foundBy === 'lookup' ? (
        <Button guard={ui.guard} kind="plain" onPress={ui.model.lookUp}>
          {ui.t('other_order')}
        </Button>
      ) : null}
    </footer>
  );
}
