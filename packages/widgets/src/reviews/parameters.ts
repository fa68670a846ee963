import type { ReviewQuery } from './reviews-source.ts';

/** What the reviews are of: a product by its id with the platform, the shop itself, or everything. */
export interface ReviewsOf {
  readonly product?: string | undefined;
  readonly subject?: 'product' | 'store' | undefined;
  /** The language of what the server words. */
  readonly locale?: string | undefined;
}

/** The parameters of a query, without what narrows nothing. */
export function parametersOf(of: ReviewsOf, query: ReviewQuery, cursor: string | null) {
  return {
    ...(of.product ? { product: of.product } : {}),
    ...(of.subject ? { subject: of.subject } : {}),
    ...(of.locale ? { locale: of.locale } : {}),
    ...(query.sort ? { sort: query.sort } : {}),
    ...(query.stars ? { stars: String(query.stars) } : {}),
    ...(query.media ? { media: 'true' as const } : {}),
    ...(query.verified ? { verified: 'true' as const } : {}),
    ...(query.words ? { q: query.words } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
