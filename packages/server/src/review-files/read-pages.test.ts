import { describe, expect, it } from 'vitest';
import { inPages, pageRows } from './read-pages.ts';

const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ review_id: String(first + index) }));

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
}

describe('reading in pages', () => {
  it('gives each row once, and asks no more after a page that is not full', async () => {
    const asked: (string | null)[] = [];
    const total = pageRows * 2 + 1;
    const pages = inPages(
      async (after) => {
        asked.push(after);
        const first = after === null ? 0 : Number(after) + 1;
        return rowsFrom(first, Math.min(pageRows, total - first));
      },
      (rows) => rows.map((row) => row.review_id),
    );
    const ids = (await all(pages)).flat();
    expect(ids).toEqual(rowsFrom(0, total).map((row) => row.review_id));
    expect(asked).toEqual([null, String(pageRows - 1), String(2 * pageRows - 1)]);
  });

  it('lets others have a turn between two pages', async () => {
    let turns = 0;
    let waiting = true;
    const others = (): void => {
      turns += 1;
      if (waiting) setImmediate(others);
    };
    setImmediate(others);
    let left = 20;
    const pages = inPages(
      async () => {
        left -= 1;
        return rowsFrom(0, left === 0 ? 0 : pageRows);
      },
      () => turns,
    );
    const seen = await all(pages);
    waiting = false;
    expect(seen).toHaveLength(19);
    expect(new Set(seen).size).toBeGreaterThan(15);
  });
});
