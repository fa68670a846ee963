import type { AskKind } from '@postlude/contract';
import type { KindRule } from './kind.ts';
import { media } from './media.ts';
import { registration } from './registration.ts';
import { review } from './review.ts';

export type { KindRule } from './kind.ts';

/** Every kind of ask. Of several that are due the first comes first. A new kind is a file and a line here, and its name in the contract. */
export const kindRules: Readonly<Record<AskKind, KindRule>> = { registration, review, media };
