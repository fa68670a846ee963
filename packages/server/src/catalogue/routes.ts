import type { Handlers } from '../http/implement.ts';
import { listProducts } from './list-products.ts';
import { deleteProduct, putProduct } from './staff-product.ts';

/** Answers the endpoints about the catalogue. */
export const catalogueRoutes = {
  putProduct: (call) =>
    call.inStore((tx) =>
      putProduct(tx, { storeId: call.storeId, ...call.params }, call.body, call.context.clock.now()),
    ),

  listProducts: (call) => call.inStore((tx) => listProducts(tx, call.storeId, call.query)),

  deleteProduct: (call) =>
    call.inStore(async (tx) => ({
      deleted: await deleteProduct(tx, { storeId: call.storeId, ...call.params }, call.context.clock.now()),
    })),
} satisfies Partial<Handlers>;
