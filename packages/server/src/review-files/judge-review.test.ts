import { type ReviewFormat, reviewFormats } from '@postlude/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRows } from '../file-imports/split-rows.ts';
import { isName } from '../reviews/hygiene.ts';
import { tidy, tidyLine } from './cell-text.ts';
import { formats } from './formats.ts';
import { type BadReviewRow, type FileReview, judgeReview } from './judge-review.ts';
import { longestRow, readLayout } from './read-layout.ts';
import { csvHeading, csvRow, type WrittenReview } from './write-csv.ts';

const now = new Date('2026-11-24T09:00:00Z');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function readAll(file: string | Uint8Array, asked: ReviewFormat | null = null) {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const { layout, next } = readLayout(bytes, asked);
  const shape = { delimiter: layout.delimiter, longestRow };
  return [...splitRows(bytes, next, shape)].map((row) => judgeReview(row.bytes, layout, now));
}
const one = (file: string): FileReview | BadReviewRow => readAll(file)[0] ?? 'empty';

describe('a file of reviews', () => {
  it('of Judge.me', () => {
    const file = `\ufefftitle,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location\r
"Good","Says ""wow"",\r\ntwice",5,2025-03-02 10:12:00 UTC,email,ok,Mara O.,mara@example.com,9007199254740993123,red-mug,Thanks!,2025-03-03 08:00:00 UTC,"https://a.example/1.jpg,https://a.example/2.jpg",1.2.3.4,\r
,,1,2025-03-02T10:12:00Z,web,not-yet,,,55,red-mug,,,,,\r
,buy pills,5,2025-03-02 10:12:00 UTC,web,spam,,,55,red-mug,,,,,\r\n`;
    expect(readAll(file)).toEqual([
      {
        sourceId: null,
        product: { id: '9007199254740993123', handle: 'red-mug', title: null },
        variant: null,
        stars: 5,
        title: 'Good',
        text: 'Says "wow",\ntwice',
        name: 'Mara O.',
        email: 'mara@example.com',
        at: new Date('2025-03-02T10:12:00Z'),
        state: 'shown',
        saysVerified: false,
        reply: { text: 'Thanks!', at: new Date('2025-03-03T08:00:00Z') },
        pictures: ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
      },
      expect.objectContaining({ state: 'pending', stars: 1, title: null, text: null, name: null }),
      'spam',
    ]);
  });

  it('of Loox, Okendo, the old Shopify app and Yotpo', () => {
    expect(
      one(`id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase
12345678901234567890,Hidden,4,a@b.example,,Mara van Okafor,Nice,2025-03-02T10:12:00.000Z,77,mug,,Red,true`),
    ).toMatchObject({
      sourceId: '12345678901234567890',
      state: 'hidden',
      name: 'Mara O.',
      variant: 'Red',
      saysVerified: true,
    });
    expect(
      one(`Review ID,Product ID,Product Name,Rating,Title,Body,Reviewer Name,Is Verified Buyer,Date Created,Status
r1,gid://shopify/Product/555,Mug,3,,Fine,Jo,TRUE,2025-03-02T10:12:00Z,Approved`),
    ).toMatchObject({ product: { id: '555', title: 'Mug' }, state: 'shown', saysVerified: true });
    expect(
      one(`product_handle,state,rating,title,author,email,location,body,reply,created_at,replied_at
mug,unpublished,2,Meh,Jo,jo@b.example,Ulm,Broke,,2016-05-04T03:02:01-05:00,`),
    ).toMatchObject({
      product: { id: null, handle: 'mug' },
      state: 'hidden',
      at: new Date('2016-05-04T08:02:01Z'),
    });
    expect(
      one(`Review Title;Review Content;Review Score;Date;Product ID;Product Title;Product URL;Display Name;Email;Verified Purchase
"A ""B""";"a;b";5;15/03/2025;9;Mug;https://shop.example/products/red-mug?v=1;Jo;;Yes`),
    ).toMatchObject({
      title: 'A "B"',
      text: 'a;b',
      product: { id: '9', handle: 'red-mug' },
      at: new Date('2025-03-15'),
    });
  });

  it('may have its columns in another order, more of them, and another separator', () => {
    expect(
      one(
        'Reviewer Name\tDate Created\tsomething\tproduct id\treview_id\tRATING\nJo\t2025-01-01\tx\t5\t1\t5.0',
      ),
    ).toMatchObject({ name: 'Jo', stars: 5, product: { id: '5' } });
  });

  it('is read with the month first when one of its dates can be read in no other way', () => {
    const heading = 'Review Title;Review Content;Review Score;Date;Product ID';
    const dates = (file: string) =>
      readAll(file).map((row) => (typeof row === 'string' ? row : row.at.toISOString().slice(0, 10)));
    expect(dates(`${heading}\nA;b;5;03/04/2025;1\nA;b;5;03/15/2025;1`)).toEqual(['2025-03-04', '2025-03-15']);
    expect(dates(`${heading}\nA;b;5;03/04/2025;1\nA;b;5;15/03/2025;1`)).toEqual(['2025-04-03', '2025-03-15']);
  });

  it('has its bad rows told with the reason', () => {
    const heading = 'Review ID,Product ID,Rating,Title,Body,Date Created,Reviewer Name';
    const rows: readonly (readonly [string, BadReviewRow])[] = [
      ['1,2,3', 'columns'],
      ['1,2,3,4,5,2025-01-01,7,8', 'columns'],
      [',,,,,,', 'empty'],
      ['1,,5,,a,2025-01-01,', 'no_product'],
      ['1,8.12345E+12,5,,a,2025-01-01,', 'no_product'],
      ['1,2,0,,a,2025-01-01,', 'stars'],
      ['1,2,6,,a,2025-01-01,', 'stars'],
      ['1,2,4.5,,a,2025-01-01,', 'stars'],
      ['1,2,five,,a,2025-01-01,', 'stars'],
      ['1,2,5,,a,2025-02-30,', 'date'],
      ['1,2,5,,a,2027-01-01,', 'date'],
      ['1,2,5,,a,1970-01-01,', 'date'],
      [`1,2,5,${'t'.repeat(151)},a,2025-01-01,`, 'too_long'],
      [`1,2,5,,${'x'.repeat(5_001)},2025-01-01,`, 'too_long'],
      [`1,2,5,,${'x'.repeat(1_000_000)},2025-01-01,`, 'too_long'],
    ];
    expect(readAll([heading, ...rows.map(([row]) => row)].join('\n'))).toEqual(rows.map(([, bad]) => bad));
  });

  it('has no odd signs in its texts, and nobody’s address for a name', () => {
    const heading = 'Review ID,Product ID,Rating,Title,Body,Date Created,Reviewer Name';
    expect(one(`${heading}\n1,2,5,a\u202eb,"x\u0007\u200b\ny",2025-01-01,jo@example.com`)).toMatchObject({
      title: 'ab',
      text: 'x\ny',
      name: null,
    });
    expect(one(`${heading}\n1,2,5,,a,2025-01-01,Anonymous`)).toMatchObject({ name: null });
  });

  it('survives a quote that nobody closed and inch signs', () => {
    const heading = 'Review ID,Product ID,Rating,Body,Date Created';
    expect(readAll(`${heading}\n1,2,5,a 5" pipe,2025-01-01\n2,2,5,b,2025-01-01`)).toMatchObject([
      { text: 'a 5" pipe' },
      { text: 'b' },
    ]);
    const open = readAll(
      `${heading}\n1,2,5,"never closed,2025-01-01\n${'x'.repeat(200_000)}\n2,2,5,b,2025-01-01\n`,
    );
    expect(open.at(-1)).toMatchObject({ text: 'b' });
  });

  it.each([
    ['nothing', ''],
    ['another heading', 'a,b,c\n1,2,3'],
    ['NUL bytes', 'Review ID,Product ID,Rating,Date Created\n1,2,\u0000,2025-01-01'],
    [
      'another encoding',
      Buffer.from('Review ID,Product ID,Rating,Date Created,Body\n1,2,5,2025-01-01,schön', 'latin1'),
    ],
    ['UTF-16', Buffer.from('\ufeffReview ID,Product ID,Rating,Date Created', 'utf16le')],
    ['10,000 columns', `Review ID,Product ID,Rating,Date Created${',x'.repeat(10_000)}`],
    ['a heading without end', 'x'.repeat(300_000)],
  ])('is refused whole for %s', (_, file) => {
    expect(() => readAll(file)).toThrow(expect.objectContaining({ code: 'upload_damaged' }));
  });

  it('is refused when it has not the heading that was asked for, and may be a heading only', () => {
    const heading = 'Review ID,Product ID,Rating,Date Created';
    expect(() => readAll(heading, 'loox')).toThrow(expect.objectContaining({ code: 'upload_damaged' }));
    expect(readAll(heading, 'okendo')).toEqual([]);
  });
});

const line = (most: number) =>
  fc.oneof(fc.string({ maxLength: most }), fc.string({ unit: 'grapheme', maxLength: most / 4 }), risky);
/** What spreadsheets run, and what breaks careless writers. */
const risky = fc.constantFrom(
  '=1+1',
  '+49 170',
  '-5',
  '@SUM(A1)',
  "'=1",
  "''=x",
  '"',
  '",";',
  'a;b,c\td',
  '＝1',
  '\\',
  "'",
);
const written: fc.Arbitrary<WrittenReview> = fc.record({
  id: fc.uuid().map((id) => `rev_${id.replaceAll('-', '')}`),
  product: fc.record({
    id: fc.constantFrom('9007199254740993', '555', 'mug-1'),
    title: line(40).map(tidyLine),
    url: fc.constantFrom(null, 'https://shop.example/products/red-mug'),
    source: fc.constantFrom(null, 'shopify', 'api'),
  }),
  variant: line(20).map(tidyLine),
  stars: fc.integer({ min: 1, max: 5 }),
  title: line(40).map(tidyLine),
  text: fc.array(line(60), { maxLength: 4 }).map((lines) => tidy(lines.join('\n'))),
  name: line(20).map((name) => {
    const clean = tidyLine(name.replaceAll('@', ''));
    return clean !== null && isName(clean) ? clean : null;
  }),
  email: fc.constantFrom(null, 'mara@example.com', "o'neil+x@example.com"),
  at: fc
    .date({ min: new Date('2001-01-01'), max: now, noInvalidDate: true })
    .map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000)),
  state: fc.constantFrom('shown', 'pending', 'hidden', 'spam'),
  verified: fc.boolean(),
  reply: fc.option(
    fc.record({
      text: line(40).map((text) => tidy(text) ?? 'Thanks'),
      at: fc.constantFrom(null, new Date('2025-01-01T10:00:00Z')),
    }),
  ),
  pictures: fc.constantFrom(
    [],
    ['https://a.example/1.jpg'],
    ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
  ),
});

const calm: WrittenReview = {
  id: 'rev_1',
  product: { id: '5', title: 'Mug', url: null, source: null },
  ...{ variant: null, stars: 5, title: null, text: null, name: null, email: null },
  at: now,
  state: 'shown',
  verified: false,
  reply: null,
  pictures: [],
};

describe.each(reviewFormats)('a file written as %s', (format) => {
  const has = (field: string): boolean => formats[format].columns.some(([, one]) => one === field);

  it('says the same when it is read', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 5 }), (reviews) => {
        const kept = reviews.filter(({ state }) => formats[format].states !== null || state === 'shown');
        const file = csvHeading(format) + reviews.map((one) => csvRow(format, one) ?? '').join('');
        expect(readAll(file)).toEqual(kept.map((one) => expected(one)));
      }),
    );
  });

  /** What is left of a review in this format. */
  function expected(review: WrittenReview): FileReview | BadReviewRow {
    if (review.state === 'spam') return 'spam';
    const { product } = review;
    const handle = product.url ? 'red-mug' : product.id;
    const words = formats[format].states;
    const unseen = words?.pending === 'not-yet' && words.hidden === 'not-yet' ? 'pending' : 'hidden';
    const tellsBoth = words?.pending !== words?.hidden;
    return {
      sourceId: has('id') ? review.id : null,
      product: {
        id: has('productId') ? product.id : null,
        handle: has('productHandle') ? handle : has('productUrl') && product.url ? handle : null,
        title: has('productTitle') ? product.title : null,
      },
      variant: has('variant') ? review.variant : null,
      stars: review.stars,
      title: has('title') ? review.title : null,
      text: review.text,
      name: review.name,
      email: has('email') ? review.email : null,
      at: format === 'yotpo' ? new Date(`${review.at.toISOString().slice(0, 10)}T00:00:00Z`) : review.at,
      state: review.state === 'shown' || tellsBoth ? review.state : unseen,
      saysVerified: has('verified') && review.verified,
      reply:
        has('reply') && review.reply
          ? { text: review.reply.text, at: has('replyAt') ? review.reply.at : null }
          : null,
      pictures: has('pictures') ? [...review.pictures] : [],
    };
  }

  it('runs nothing in a spreadsheet', () => {
    const evil = ['=cmd|calc', '+1', '-1', '@x', '\t=1', '＝1'];
    for (const text of evil) {
      const row = csvRow(format, { ...calm, title: text, text, name: text, variant: text });
      expect(row).not.toMatch(/(^|[,;])"?[=+\-@\t\uff1d]/);
    }
  });
});
