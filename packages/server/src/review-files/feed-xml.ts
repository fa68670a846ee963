/** A review on its way into the feed. */
export interface FeedReview {
  readonly id: string;
  /** Null: anonymous. */
  readonly name: string | null;
  /** Tells one reviewer's reviews from others' without saying who it is; null when nobody is known. */
  readonly reviewerId: string | null;
  readonly verified: boolean;
  readonly incentivised: boolean;
  readonly at: Date;
  readonly title: string | null;
  readonly text: string;
  /** BCP 47. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  readonly images: readonly string[];
  readonly stars: number;
  readonly product: {
    readonly title: string | null;
    readonly url: string;
    readonly gtins: readonly string[];
    readonly skus: readonly string[];
  };
  /** Rejected as spam: Google wants to know of it. */
  readonly spam: boolean;
  /** Asked for after the delivery, or written by itself. */
  readonly method: 'post_fulfillment' | 'unsolicited';
  readonly transactionId: string | null;
}

/** What comes before the reviews, by product_reviews.xsd 2.4 of Google. */
export const feedHead = (publisher: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.google.com/shopping/reviews/schema/product/2.4/product_reviews.xsd">
<version>2.4</version>
<aggregator><name>Postlude</name></aggregator>
<publisher>${element('name', publisher)}</publisher>
<reviews>
`;

/** What comes after them. */
export const feedTail = '</reviews>\n</feed>\n';

/**
 * One `review` of the feed. The order of its elements is the schema's, and what is empty is left out: an element without a text is not
 * allowed. The page of a product shows all its reviews, hence `group`.
 */
export function feedReview(review: FeedReview): string {
  const { product } = review;
  const name =
    xmlText(review.name ?? '').trim() === ''
      ? '<name is_anonymous="true">Anonymous</name>'
      : element('name', review.name);
  const ids = listOf('product_ids', [
    listOf(
      'gtins',
      product.gtins.map((one) => element('gtin', one)),
    ),
    listOf(
      'skus',
      product.skus.map((one) => element('sku', one)),
    ),
  ]);
  const parts = [
    element('review_id', review.id),
    `<reviewer>${name}${element('reviewer_id', review.reviewerId)}</reviewer>`,
    `<is_verified_purchase>${review.verified}</is_verified_purchase>`,
    `<is_incentivized_review>${review.incentivised}</is_incentivized_review>`,
    `<review_timestamp>${review.at.toISOString()}</review_timestamp>`,
    element('title', review.title),
    element('content', review.text),
    element('review_language', review.language),
    element('review_country', review.country),
    listOf(
      'pros',
      review.pros.map((one) => element('pro', one)),
    ),
    listOf(
      'cons',
      review.cons.map((one) => element('con', one)),
    ),
    `<review_url type="group">${xmlText(product.url)}</review_url>`,
    listOf(
      'reviewer_images',
      review.images.map((url) => `<reviewer_image>${element('url', url)}</reviewer_image>`),
    ),
    `<ratings><overall min="1" max="5">${review.stars}</overall></ratings>`,
    `<products><product>${ids}${element('product_name', product.title)}${element('product_url', product.url)}</product></products>`,
    `<is_spam>${review.spam}</is_spam>`,
    `<collection_method>${review.method}</collection_method>`,
    element('transaction_id', review.transactionId),
  ];
  return `<review>${parts.join('')}</review>\n`;
}

function element(name: string, text: string | null): string {
  const written = xmlText(text ?? '').trim();
  return written === '' ? '' : `<${name}>${written}</${name}>`;
}

const listOf = (name: string, entries: readonly string[]): string => {
  const written = entries.join('');
  return written === '' ? '' : `<${name}>${written}</${name}>`;
};

/** A text with the signs XML 1.0 can hold (production 2, `Char`), its own signs escaped. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
