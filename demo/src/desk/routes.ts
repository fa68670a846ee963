import { isApiError } from '@postlude/client/errors';
import { Hono } from 'hono';
import type { DemoOrder } from '../orders/demo-order.ts';
import type { OrderBook } from '../orders/order-book.ts';
import { type PanelState, panelState } from '../shop/panel.ts';
import { type Desk, type DeskView, isDeskAction } from './desk.ts';

/** What the panel is drawn from. */
export type DeskAnswer = DeskView & { readonly state: PanelState };

/**
 * What the panel's second tab calls. Mounted behind the check that only the shop's own pages may: the secret key stays
 * on the server.
 */
export function deskRoutes(desk: Desk, book: OrderBook, pictures: string): Hono {
  const routes = new Hono();

  const answer = async (order: DemoOrder): Promise<DeskAnswer> => {
    const view = await desk.read(order);
    return { ...view, state: panelState(order, view.returns) };
  };

  routes.get('/:number', async (c) => {
    const order = book.find(c.req.param('number'));
    return order ? c.json(await answer(order)) : c.json({ error: 'There is no such order.' }, 404);
  });

  routes.post('/:number/returns/:id/:action', async (c) => {
    const { number, id, action } = c.req.param();
    const order = book.find(number);
    if (!order || !isDeskAction(action)) return c.json({ error: 'There is no such order or action.' }, 404);
    try {
      await desk.act(action, id, await c.req.json());
      return c.json(await answer(order));
    } catch (error) {
      return c.json({ error: sentenceOf(error) }, 422);
    }
  });

  routes.post('/:number/recalls', async (c) => {
    const order = book.find(c.req.param('number'));
    if (!order) return c.json({ error: 'There is no such order.' }, 404);
    try {
      await desk.recall(order, pictures);
      return c.json(await answer(order));
    } catch (error) {
      return c.json({ error: sentenceOf(error) }, 422);
    }
  });

  routes.post('/:number/:kind{claims|registrations|recalls|reviews|referrals}/:id/:action', async (c) => {
    const { number, kind, id, action } = c.req.param();
    const order = book.find(number);
    try {
      const isDone = order && (await desk.care({ kind, id, action }, await c.req.json()));
      if (!order || !isDone) return c.json({ error: 'There is no such order or action.' }, 404);
      return c.json(await answer(order));
    } catch (error) {
      return c.json({ error: sentenceOf(error) }, 422);
    }
  });

  routes.post('/:number/withdrawals/:id/settle', async (c) => {
    const order = book.find(c.req.param('number'));
    if (!order) return c.json({ error: 'There is no such order.' }, 404);
    await desk.settle(c.req.param('id'));
    return c.json(await answer(order));
  });

  return routes;
}

/** What the backend said, with what is to be corrected. */
function sentenceOf(error: unknown): string {
  if (isApiError(error)) return [error.message, ...Object.values(error.fields)].join(' ');
  return error instanceof Error ? error.message : String(error);
}
