import type { Order, Shipment } from '@postlude/contract';
import type { News, OrderTrackingEvent } from './state.ts';

/** What a shopper would call news about a parcel: its state, its sentence, its day, what it asks of them. */
const fingerprint = ({ status, subStatus, headline, actionRequired }: Shipment): string =>
  JSON.stringify([status, subStatus, headline.code, headline.date, headline.until, actionRequired?.action]);

/** What changed from one answer to the next: what to say aloud, and what to tell the page. */
export function changesBetween(
  before: Order,
  after: Order,
): { readonly news: News | null; readonly events: readonly OrderTrackingEvent[] } {
  const known = new Map(before.shipments.map((shipment) => [shipment.id, shipment]));
  const changed = after.shipments.filter((shipment) => {
    const old = known.get(shipment.id);
    return !old || fingerprint(old) !== fingerprint(shipment);
  });
  const events = changed
    .map((shipment) => ({
      type: 'status-changed' as const,
      shipmentId: shipment.id,
      from: known.get(shipment.id)?.status ?? null,
      to: shipment.status,
    }))
    .filter((event) => event.from !== event.to);
  const differs = changed.length > 0 || before.headline.code !== after.headline.code;
  return {
    news: differs ? { code: 'order_changed', shipmentIds: changed.map((shipment) => shipment.id) } : null,
    events,
  };
}
