import type { ReviewPolicyInput, ReviewSubject, reviewClosed } from '@postlude/contract';
import { isOwnOrder } from '../orders/own-source.ts';
import type { SoldLine, SoldOrder } from '../orders/read-sold.ts';
import type { textPicker } from '../returns/locale.ts';
import { matchesItem } from '../rights/match.ts';

type Form = ReviewPolicyInput['form'];

/** What a store asks about one item, or about itself where `line` is null. */
export interface Asked {
  readonly fields: ReviewSubject['fields'];
  readonly scales: Form['scales'];
  readonly prompts: Form['prompts'];
}

/** The lines that can be reviewed: parts of a bundle come with it, and what was taken out before it left was never bought. */
export const reviewableLines = (sold: SoldOrder): SoldLine[] =>
  sold.lines.filter(({ bundleOf, quantity, removed }) => bundleOf === null && quantity > removed);

/** Why no review can be written of a line, or of the shop (null); null when one can. */
export function closedFor(
  sold: SoldOrder,
  line: SoldLine | null,
  isGift: boolean,
): (typeof reviewClosed)[number] | null {
  if (isGift) return 'gift';
  if (sold.cancelledAt !== null) return 'order_cancelled';
  if (isOwnOrder(sold.source)) return 'not_bought_here';
  return line && line.productId === null ? 'no_product' : null;
}

/** What the form asks about a line. Of the shop itself it asks words and no more. */
export function askedOf({ form }: ReviewPolicyInput, sold: SoldOrder, line: SoldLine | null): Asked {
  const { title, text, photos, videos, prosAndCons, recommend } = form;
  if (!line)
    return {
      fields: { title, text, photos: 'off', videos: 'off', prosAndCons: 'off', recommend },
      scales: [],
      prompts: [],
    };
  const fits = ({ match }: Form['scales'][number] | Form['prompts'][number]): boolean =>
    match === undefined || matchesItem(match, sold, line);
  return {
    fields: { title, text, photos, videos, prosAndCons, recommend },
    scales: form.scales.filter(fits),
    prompts: form.prompts.filter(fits),
  };
}

/** The scales as they are asked, in one language. */
export const offeredScales = (
  scales: Form['scales'],
  pick: ReturnType<typeof textPicker>,
): ReviewSubject['scales'] =>
  scales.map(({ id, label, low, middle, high, mode }) => ({
    id,
    label: pick(label) ?? id,
    low: pick(low) ?? '1',
    middle: pick(middle),
    high: pick(high) ?? '5',
    required: mode === 'required',
  }));
