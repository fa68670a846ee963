import { policyWith } from '../return-desk.ts';
import { type Abuses, openKit, openShop } from './kit.ts';

/** Filing what is not one’s own, more than there is, and what no route is open for. */
export const abusesOfItems: Abuses = {
  'an item of another order': [
    'item_unknown',
    async ({ desk, file }) => {
      const theirs = await (await desk.place()).filing();
      return () => file(theirs);
    },
    'items.0.lineId',
  ],
  'an item of another store': [
    'item_unknown',
    async ({ backend, file }) => {
      const theirs = await (await openKit(backend, await openShop(backend))).order.filing();
      return () => file(theirs);
    },
    'items.0.lineId',
  ],
  'an item in a parcel of another order': [
    'item_unknown',
    async ({ desk, file, item }) => {
      const other = (await (await desk.place()).items()).Mug;
      const filing = await item({ shipmentId: other?.shipmentId });
      return () => file(filing);
    },
    'items.0.shipmentId',
  ],
  'an item named as if it were in no parcel': [
    'item_unknown',
    async ({ file, item }) => {
      const filing = await item({ shipmentId: null });
      return () => file(filing);
    },
  ],
  'more than was bought': [
    'quantity_unavailable',
    async ({ file, item }) => {
      const filing = await item({ quantity: 3 });
      return () => file(filing);
    },
    'items.0.quantity',
  ],
  'more than was bought, in rows that are right one by one': [
    'quantity_unavailable',
    async ({ file, order }) => {
      const filing = await order.filing();
      const [one] = filing.items;
      const exchanged = { ...one, resolution: 'exchange', exchangeFor: { variantId: 'v2' } };
      return () => file({ ...filing, items: [one, { ...one, note: 'again' }, exchanged] });
    },
  ],
  'more than is left after an earlier return': [
    'quantity_unavailable',
    async ({ file, order }) => {
      await file(await order.filing('Mug', 2));
      const again = await order.filing('Tray');
      const filing = await order.filing('Mug', 1);
      return () => file({ ...filing, items: [...again.items, ...filing.items] });
    },
  ],
  'a return of what was not delivered': [
    'route_closed',
    async ({ file, item }) => {
      const filing = await item({}, 'Lamp');
      return () => file(filing);
    },
    'items.0',
  ],
  'stopping what was sent': [
    'route_closed',
    async ({ file, item }) => {
      const filing = await item({ reason: 'cancel' });
      return () => file({ ...filing, route: 'cancel', method: null });
    },
  ],
  'a loss of what arrived': [
    'route_closed',
    async ({ file, item }) => {
      const filing = await item({ reason: 'lost' });
      return () => file({ ...filing, route: 'delivery_problem', problem: 'lost', method: null });
    },
  ],
  'a problem with a return, which has none': [
    'invalid_input',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, problem: 'damaged' });
    },
  ],
  'a withdrawal, which is declared elsewhere': [
    'invalid_input',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, route: 'withdraw' });
    },
    'route',
  ],
  'a return after the last day, with a form that was opened before it': [
    'route_closed',
    async ({ backend }) => {
      const { desk, file, item } = await openKit(backend, await openShop(backend));
      const filing = await item({});
      await desk.staff.returnPolicy.put(
        policyWith({ window: { ...policyWith({}).window, days: 0, severalParcels: 'each' } }),
      );
      return () => file(filing);
    },
    'items.0',
  ],
};
