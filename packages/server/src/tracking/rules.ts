import type { Order } from '@postlude/contract';
import { readInstant, writeInstant } from './calendar.ts';
import { countGoods, fulfilmentOf } from './items.ts';
import { type KnownOrder, type KnownShipment, subjectOfNumber } from './known.ts';
import { indexNews, newsOf, type ParcelNews } from './news.ts';
import { compareParcels, orderHeadlineOf, orderStatusOf } from './order-state.ts';
import { readParcel } from './parcel.ts';
import { compareTexts, firstOfEach, groupsOf, rankOf, readAddress, readText } from './reading.ts';
import { refreshAfterOf } from './refresh.ts';

/**
 * Everything the tracking card shows, decided from what is known and the time.
 *
 * Pure: the same rows, in whatever order and however often, and the same time give the same answer, and nothing makes it
 * throw. Each rule is told where it stands: the current status in `current.ts`, the sentence in `headline.ts`, late and
 * stalled in `lateness.ts`, the promise ledger in `promises.ts`, the units in `items.ts`, the refreshing in `refresh.ts`.
 */
export function readOrder(known: KnownOrder, now: Date): Order {
  const time = now.getTime();
  const { order, store } = known;
  const shipments = firstOfEach([...known.shipments].sort(compareShipments), (shipment) => shipment.id);
  const goods = countGoods(known, shipments);
  const fulfilments = groupsOf(shipments, fulfilmentOf);
  const index = indexNews(known);

  const parcels = shipments
    .flatMap((row) => {
      const alone = fulfilments.get(fulfilmentOf(row))?.length === 1;
      const news = newsOf(row, alone, index, time);
      return isShown(row, news, shipments) ? [readParcel(row, news, goods, known, time)] : [];
    })
    .sort(compareParcels);
  const status = orderStatusOf(order.cancelledAt !== null, parcels, goods);
  const unshipped = status === 'cancelled' ? [] : goods.unshipped;
  const { city, country } = order.destination ?? { city: null, country: null };

  return {
    id: order.id,
    number: order.number,
    placedAt: writeInstant(readInstant(order.placedAt) ?? 0),
    status,
    headline: orderHeadlineOf(status, parcels, unshipped),
    total: order.total && { amount: order.total.amount, currency: order.total.currency },
    destination: city === null && country === null ? null : { city, country },
    lines: [...goods.lines],
    shipments: parcels.map((parcel) => parcel.shipment),
    unshipped: [...unshipped],
    store: {
      name: store.name,
      locale: store.locale,
      timeZone: store.timeZone,
      contact: {
        email: readText(store.contact.email),
        phone: readText(store.contact.phone),
        url: readAddress(store.contact.url),
      },
    },
    refreshAfter: refreshAfterOf(status, parcels, unshipped.length > 0, time),
  };
}

/**
 * Shops cancel a fulfilment to correct it, mostly before a carrier had it: then nobody needs to hear of it. One that a
 * carrier has scanned is under way whatever the shop says, and stays in sight unless another parcel has its number.
 */
function isShown(row: KnownShipment, news: ParcelNews, all: readonly KnownShipment[]): boolean {
  if (!row.cancelled) return true;
  const scanned = news.events.some((event) => rankOf(event.status) >= rankOf('in_transit'));
  return scanned && !all.some((other) => !other.cancelled && sameNumber(other, row));
}

const sameNumber = (a: KnownShipment, b: KnownShipment): boolean =>
  a.trackingNumber !== null &&
  b.trackingNumber !== null &&
  subjectOfNumber(a.trackingNumber) === subjectOfNumber(b.trackingNumber);

/** For rows of one parcel that contradict each other: the newer version comes first. */
const compareShipments = (a: KnownShipment, b: KnownShipment): number =>
  compareTexts(a.id, b.id) ||
  compareTexts(b.versionAt, a.versionAt) ||
  compareTexts(b.versionTie, a.versionTie) ||
  compareTexts(JSON.stringify(a), JSON.stringify(b));
