import { ContractError } from '../errors.ts';

/** A page of a list. `next` is the cursor of the page after it, null on the last. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** What every list takes. */
export interface PageQuery {
  /** Go on after this page's `next`. */
  readonly cursor?: string | undefined;
  /** Items a page, 1 to 100; 25 unless told. */
  readonly limit?: number | undefined;
}

/**
 * Walks over the pages of a list, asking for each only when the one before was used up. A loop that ends early asks no
 * further.
 *
 * @throws ContractError when the server names the page it just gave as the next, which would never end.
 */
export async function* pagesOf<Item, Query extends PageQuery>(
  read: (query: Query | undefined) => Promise<Page<Item>>,
  query?: Query,
): AsyncGenerator<Page<Item>, void, undefined> {
  let next = query;
  for (;;) {
    const page = await read(next);
    yield page;
    if (page.next === null) return;
    if (page.next === next?.cursor) throw new ContractError('The list names the same page as its next.');
    // Every field of a query may be left out, so a cursor alone is one too.
    next = { ...query, cursor: page.next } as Query;
  }
}

/** Walks over the items of a list, across its pages. */
export async function* itemsOf<Item>(
  pages: AsyncIterable<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of pages) yield* page.items;
}

/** A list of the staff API, in the three ways it is read. */
export interface List<Item, Query extends PageQuery, Options> {
  /** One page. */
  list(query?: Query, options?: Options): Promise<Page<Item>>;
  /** Page by page, for as long as the loop goes on. */
  pages(query?: Query, options?: Options): AsyncGenerator<Page<Item>, void, undefined>;
  /** Item by item, across the pages. */
  each(query?: Query, options?: Options): AsyncGenerator<Item, void, undefined>;
}

/** Makes the three ways of the one call that reads a page. */
export function listOf<Item, Query extends PageQuery, Options>(
  read: (query: Query | undefined, options: Options | undefined) => Promise<Page<Item>>,
): List<Item, Query, Options> {
  const pages = (query?: Query, options?: Options) => pagesOf((page) => read(page, options), query);
  return { list: read, pages, each: (query, options) => itemsOf(pages(query, options)) };
}
