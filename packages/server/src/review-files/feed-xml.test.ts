import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeedReview, feedHead, feedReview, feedTail, xmlText } from './feed-xml.ts';
import { faultsOfFeed } from './testing/check-feed.ts';

const plain: FeedReview = {
  id: 'rev_1',
  name: 'Mara O.',
  reviewerId: 'abc',
  verified: true,
  incentivised: false,
  at: new Date('2026-11-20T10:00:00Z'),
  title: 'Warm',
  text: 'Keeps tea hot <for> hours & more',
  language: 'en',
  country: 'DE',
  pros: ['light'],
  cons: ['dear'],
  images: ['https://post.example.com/m/1.jpg?a=1&b=2'],
  stars: 2,
  product: {
    title: 'Mug',
    url: 'https://shop.example/products/mug?x=1&y=2',
    gtins: ['4006381333931'],
    skus: ['M-1'],
  },
  spam: false,
  method: 'post_fulfillment',
  transactionId: 'def',
};
const bare: FeedReview = {
  ...plain,
  id: 'rev_2',
  name: null,
  reviewerId: null,
  title: null,
  language: null,
  country: null,
  pros: [],
  cons: [],
  images: [],
  product: { title: null, url: 'https://shop.example/p', gtins: [], skus: [] },
  method: 'unsolicited',
  transactionId: null,
};
const feed = (...reviews: readonly FeedReview[]): string =>
  feedHead('Mug & Mond') + reviews.map(feedReview).join('') + feedTail;

describe('the feed for Google Product Reviews', () => {
  it('keeps the schema, with everything and with the least', () => {
    expect(faultsOfFeed(feed(plain, bare))).toEqual([]);
    expect(faultsOfFeed(feed())).toEqual([]);
  });

  it('is found faulty by the check when it is', () => {
    const good = feed(plain);
    const broken: readonly (readonly [string | RegExp, string])[] = [
      ['<version>2.4</version>', ''],
      ['<content>', '<contents>'],
      ['</content>', '</contents>'],
      ['type="group"', 'type="all"'],
      [' min="1"', ''],
      ['<is_spam>false</is_spam>', '<is_spam>no</is_spam>'],
      ['post_fulfillment', 'POST_FULFILLMENT'],
      [/<product_url>.*?<\/product_url>/, ''],
      [/(<title>.*?<\/title>)(<content>.*?<\/content>)/, '$2$1'],
      ['2026-11-20T10:00:00.000Z', '2026-11-20 10:00:00'],
    ];
    for (const [from, to] of broken) {
      const faults = () => faultsOfFeed(good.replace(from, to));
      let found: readonly string[] = [];
      try {
        found = faults();
      } catch (error) {
        found = [String(error)];
      }
      expect(found, String(from)).not.toEqual([]);
    }
    expect(faultsOfFeed(feed(plain, plain))).toContain('a review_id stands twice');
  });

  it('says anonymous of who gave no name', () => {
    expect(feedReview(bare)).toContain('<name is_anonymous="true">Anonymous</name>');
    expect(feedReview({ ...plain, name: '\u0001' })).toContain('is_anonymous="true"');
    expect(feedReview(plain)).toContain('<name>Mara O.</name>');
  });

  it('keeps the schema whatever is written in a review', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(text, { maxLength: 3 }),
        fc.option(text),
        (title, said, points, name) => {
          const review = { ...plain, title, text: `.${said}`, pros: points, cons: points, name };
          expect(faultsOfFeed(feed(review))).toEqual([]);
        },
      ),
    );
  });

  it('leaves out what XML cannot hold and keeps the rest', () => {
    expect(xmlText('a\u0000b\u000bc\ufffe\ud800d\u{1f600}')).toBe('abcd\u{1f600}');
  });
});
