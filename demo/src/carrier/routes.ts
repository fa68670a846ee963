import type { Clock } from '@postlude/server';
import { Hono } from 'hono';
import type { Desk } from '../desk/desk.ts';
import type { DemoOrder } from '../orders/demo-order.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { ProviderMessage } from '../providers/message.ts';
import { type Sent, send, type Webhooks } from '../providers/send.ts';
import { openOrder, type ShopperKeys } from '../returns/shopper.ts';
import { panelState } from '../shop/panel.ts';
import { type Play, play, plays } from './plays.ts';
import { playReturn } from './return-plays.ts';

/** What the carrier is played with. */
export interface CarrierStage {
  readonly book: OrderBook;
  readonly desk: Desk;
  readonly shopper: ShopperKeys;
  readonly webhooks: Webhooks;
  readonly clock: Clock;
  /** Where the shop serves its product pictures. */
  readonly pictures: string;
}

const isPlay = (name: string): name is Play => (plays as readonly string[]).includes(name);

/** What the panel's first tab calls. Mounted behind the check that only the shop's own pages may. */
export function carrierRoutes(stage: CarrierStage): Hono {
  const { book, desk, webhooks, clock } = stage;
  const routes = new Hono();

  const answer = async (order: DemoOrder, messages: readonly ProviderMessage[]) => {
    const sent: Sent[] = [];
    for (const message of messages) sent.push(await send(message, webhooks, clock.now()));
    await book.save();
    return { sent, state: panelState(order, await desk.returnsOf(order)) };
  };

  routes.post('/:number/:play', async (c) => {
    const order = book.find(c.req.param('number'));
    const name = c.req.param('play');
    if (!order || !isPlay(name)) return c.json({ error: 'There is no such order or play.' }, 404);
    const parcel = Number(c.req.query('parcel') ?? order.parcels.length - 1);
    const messages = play(name, order, { now: clock.now(), parcel, pictures: stage.pictures });
    return c.json(await answer(order, messages));
  });

  routes.post('/:number/returns/:id/:play', async (c) => {
    const order = book.find(c.req.param('number'));
    const name = c.req.param('play');
    const returns = order ? await desk.returnsOf(order) : [];
    const meant = returns.find((one) => one.return.id === c.req.param('id'));
    if (!order || !meant || !isPlay(name)) return c.json({ error: 'There is no such return or play.' }, 404);
    const opened = () => openOrder(stage.shopper, order);
    return c.json(await answer(order, await playReturn(name, order, meant, opened, clock.now())));
  });

  return routes;
}
