import './zod-setup.ts';
import * as z from 'zod/mini';

/** The query of every list: where to go on from, and how many (1 to 100, 25 unless told). */
export const pageQuery = {
  cursor: z.optional(/* @__PURE__ */ z.string().check(z.maxLength(512))),
  limit: z.optional(/* @__PURE__ */ z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100))),
};

/** A page of a list. `next` is the cursor of the page after it, null on the last. */
export const pageOf = /* @__NO_SIDE_EFFECTS__ */ <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });
