import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Passport } from './passports.ts';
import { text } from './text.ts';
import { Instant } from './time.ts';

const by = z.optional(text(200));

/** Months that staff add by hand to a store's warranty on one item, and why. The legal guarantee is the law's alone. */
export const AddedMonthsInput = z.strictObject({
  by,
  /** At most ten years at once; all that stand on one item together at most a hundred. */
  months: /* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(120)),
  /** Read by staff. */
  reason: text(2000),
});
/** See the schema of the same name. */
export type AddedMonthsInput = z.infer<typeof AddedMonthsInput>;

/** Takes added months back. */
export const VoidMonthsInput = z.strictObject({ by, note: z.optional(z.nullable(text(2000))) });
/** See the schema of the same name. */
export type VoidMonthsInput = z.infer<typeof VoidMonthsInput>;

/** Months that were added: who did it, when and why, and who took them back. Nothing of it is ever deleted. */
export const AddedMonths = z.object({
  id: idOf('addedMonths'),
  months: z.int(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
  /** Null while they count. */
  voided: z.nullable(z.object({ by: z.string(), at: Instant, note: z.nullable(z.string()) })),
});
/** See the schema of the same name. */
export type AddedMonths = z.infer<typeof AddedMonths>;

/** All months that were ever added to an item, oldest first, and the item with what stands behind it now. */
export const ItemMonths = z.object({ passport: Passport, added: z.array(AddedMonths) });
/** See the schema of the same name. */
export type ItemMonths = z.infer<typeof ItemMonths>;
