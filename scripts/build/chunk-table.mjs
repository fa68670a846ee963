import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './packages.mjs';

/**
 * @typedef {{
 *   name: string,
 *   source: string,
 *   widget?: boolean,
 *   of?: string,
 *   texts?: readonly string[],
 * }} Chunk
 *   `name`: what `load` is asked for. `source`: the file in packages/embed/src/elements. `widget`: has a tag. `of`: the widget it
 *   comes after, where its name does not begin with that. `texts`: the
 *   groups of texts it says, for which there is a chunk `<name>.<language>` too.
 */

/** The chunks there can be. A line whose source is not written yet is left out. */
const table = /** @type {readonly Chunk[]} */ ([
  {
    name: 'order-tracking',
    source: 'order-tracking.tsx',
    widget: true,
    texts: ['order-session', 'order-tracking'],
  },
  { name: 'returns', source: 'returns.tsx', widget: true, texts: ['order-session', 'returns'] },
  {
    name: 'warranty-registration',
    source: 'warranty-registration.tsx',
    widget: true,
    texts: ['order-session', 'warranty-registration'],
  },
  { name: 'withdrawal', source: 'withdrawal.tsx', widget: true, texts: ['order-session', 'withdrawal'] },
  {
    name: 'returns-steps',
    source: 'returns-steps.ts',
    texts: ['order-tracking', 'parcel-back', 'returns-steps'],
  },
  {
    name: 'registration-steps',
    source: 'registration-steps.ts',
    of: 'warranty-registration',
    texts: ['files', 'claim-status', 'registration-steps'],
  },
  {
    name: 'claims',
    source: 'claims.ts',
    of: 'warranty-registration',
    texts: ['order-tracking', 'parcel-back', 'files', 'claim-status', 'claims'],
  },
  { name: 'recalls', source: 'recalls.tsx', texts: ['recalls'] },
  {
    name: 'review-prompt',
    source: 'review-prompt.tsx',
    widget: true,
    texts: ['order-session', 'review-prompt'],
  },
  {
    name: 'review-steps',
    source: 'review-steps.ts',
    of: 'review-prompt',
    texts: ['files', 'review-steps'],
  },
  { name: 'reviews', source: 'reviews.tsx', widget: true, texts: ['order-session', 'reviews'] },
  { name: 'referral', source: 'referral.tsx', widget: true, texts: ['order-session', 'referral'] },
  {
    name: 'referral-offer',
    source: 'referral-offer.tsx',
    widget: true,
    texts: ['order-session', 'referral-offer'],
  },
  { name: 'reviews-later', source: 'reviews-later.ts', texts: ['reviews-later'] },
  { name: 'client', source: 'client.ts' },
  { name: 'debug', source: 'debug.ts' },
  { name: 'returns-client', source: 'returns-client.ts' },
  { name: 'reviews-client', source: 'reviews-client.ts', of: 'review-prompt' },
  { name: 'withdrawal-client', source: 'withdrawal-client.ts' },
  { name: 'claims-client', source: 'claims-client.ts' },
  { name: 'recalls-client', source: 'recalls-client.ts' },
  { name: 'warranty-client', source: 'warranty-client.ts' },
  { name: 'referral-client', source: 'referral-client.ts', of: 'referral' },
  { name: 'referral-offer-client', source: 'referral-offer-client.ts' },
  { name: 'reviews-list-client', source: 'reviews-list-client.ts', of: 'reviews' },
]);

const sourceOf = (/** @type {Chunk} */ { source }) => path.join(root, 'packages/embed/src/elements', source);

/** The chunks there are. */
export const chunkTable = () => table.filter((chunk) => existsSync(sourceOf(chunk)));

/** Their sources by their names, as rollup takes entries. */
export const chunkEntries = () =>
  Object.fromEntries(chunkTable().map((chunk) => [chunk.name, sourceOf(chunk)]));
