import type { Shipment } from '@postlude/contract';
import type { VNode } from 'preact';
import { Link } from '../../kit/link.tsx';
import { Status } from '../../kit/status.tsx';
import type { Words } from '../../order-session/words.ts';
import {
  aboutText,
  headlineIcon,
  headlineText,
  type ParcelOrder,
  stateText,
  storeAddress,
} from '../wording.ts';
import { Carrier } from './carrier.tsx';
import { Events } from './events.tsx';
import { Pickup, Proof, RequiredAction } from './handover.tsx';
import { Items } from './items.tsx';
import { Promises } from './promises.tsx';
import { Steps } from './steps.tsx';

/** Headlines after which a shopper has reason to talk to the store. */
const callsForStore = new Set([
  'late',
  'stalled',
  'returning',
  'returned',
  'lost',
  'damaged',
  'exception',
  'expired',
]);

interface ParcelProps {
  readonly ui: Words;
  readonly order: ParcelOrder;
  readonly shipment: Shipment;
  /** Which of how many it is; null when the card's own headline speaks for it. */
  readonly place: { readonly n: number; readonly total: number } | null;
}

/** One parcel with everything known of it. */
export function Parcel({ ui, order, shipment, place }: ParcelProps): VNode {
  const { headline } = shipment;
  const about = place && aboutText(ui, headline);
  // Among others, a parcel that arrived has nothing more to show of its way.
  const steps = shipment.steps.length > 0 && !(place && shipment.status === 'delivered');
  const store = callsForStore.has(headline.code) ? storeAddress(ui, order) : null;
  return (
    <section class="parcel" part="parcel">
      {place ? (
        <header class="words">
          {place.total > 1 ? (
            <p class="line">
              <span class="quiet">{ui.t('parcel', place)}</span>
              <Status
                tone={headline.tone}
                icon={headlineIcon(headline)}
                text={stateText(ui, shipment.status)}
              />
            </p>
          ) : null}
          <h3 class="subline" part="parcel-headline">
            {headlineText(ui, headline)}
          </h3>
        </header>
      ) : null}
      {about ? <p class="quiet">{about}</p> : null}
      <Promises ui={ui} shipment={shipment} />
      {store && !shipment.actionRequired ? (
        <Link class="button secondary" part="button button-secondary" href={store}>
          {ui.t('action.contact_store')}
        </Link>
      ) : null}
      <RequiredAction ui={ui} order={order} shipment={shipment} />
      <Pickup ui={ui} shipment={shipment} />
      {steps ? <Steps ui={ui} steps={shipment.steps} tone={headline.tone} /> : null}
      <Events ui={ui} shipment={shipment} />
      <Proof ui={ui} shipment={shipment} />
      <Items ui={ui} order={order} items={shipment.items} />
      <Carrier ui={ui} shipment={shipment} />
    </section>
  );
}
