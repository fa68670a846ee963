import type { AskKind } from '@postlude/contract';
import type { KindLimits, KindRule } from './kind.ts';
import { media } from './media.ts';
import { referral } from './referral.ts';
import { registration } from './registration.ts';
import { review } from './review.ts';

export type { KindLimits, KindRule, ShopperRule } from './kind.ts';

/** Every kind of ask about an item. Of several that are due the first comes first. A new kind is a file and a line here, and its name in the contract. */
export const itemRules: readonly KindRule[] = [registration, review, media];

/** The kind of ask about the shopper; it comes last. */
export const shopperRule = referral;

/** How each kind and the others keep each other back. */
export const kindRules: Readonly<Record<AskKind, KindLimits>> = { registration, review, media, referral };
