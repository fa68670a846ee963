/** An element of a document that was read. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** What an element may hold, by product_reviews.xsd 2.4 as https://developers.google.com/product-review-feeds/schema describes it. */
interface Rule {
  /** Elements in their order: name, fewest, most. Without them the element holds a text. */
  readonly children?: readonly (readonly [name: string, fewest: 0 | 1, most: number])[];
  readonly text?: RegExp;
  readonly attributes?: Readonly<Record<string, RegExp>>;
  /** Attributes that have to be there. */
  readonly required?: readonly string[];
}

const many = Number.POSITIVE_INFINITY;
const filled = /\S/;
const address = /^https?:\/\/[^\s<>"]+$/;
const truth = /^(true|false|1|0)$/;
const listOf = (name: string): Rule => ({ children: [[name, 1, many]] });

const rules: Readonly<Record<string, Rule>> = {
  feed: {
    children: [
      ['version', 1, 1],
      ['aggregator', 0, 1],
      ['publisher', 1, 1],
      ['reviews', 0, 1],
    ],
    attributes: {
      'xmlns:vc': filled,
      'xmlns:xsi': filled,
      'xsi:noNamespaceSchemaLocation': /\/2\.4\/product_reviews\.xsd$/,
    },
  },
  version: { text: /^2\.4$/ },
  aggregator: { children: [['name', 1, 1]] },
  publisher: {
    children: [
      ['name', 1, 1],
      ['favicon', 0, 1],
    ],
  },
  reviews: { children: [['review', 0, many]] },
  review: {
    children: [
      ['review_id', 1, 1],
      ['reviewer', 1, 1],
      ['is_verified_purchase', 0, 1],
      ['is_incentivized_review', 0, 1],
      ['review_timestamp', 1, 1],
      ['title', 0, 1],
      ['content', 1, 1],
      ['review_language', 0, 1],
      ['review_country', 0, 1],
      ['pros', 0, 1],
      ['cons', 0, 1],
      ['review_url', 1, 1],
      ['reviewer_images', 0, 1],
      ['ratings', 1, 1],
      ['products', 1, 1],
      ['is_spam', 0, 1],
      ['collection_method', 0, 1],
      ['transaction_id', 0, 1],
    ],
  },
  reviewer: {
    children: [
      ['name', 1, 1],
      ['reviewer_id', 0, 1],
    ],
  },
  name: { text: filled, attributes: { is_anonymous: truth } },
  review_timestamp: { text: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/ },
  is_verified_purchase: { text: truth },
  is_incentivized_review: { text: truth },
  review_country: { text: /^[A-Z]{2}$/ },
  pros: listOf('pro'),
  cons: listOf('con'),
  review_url: { text: address, attributes: { type: /^(singleton|group)$/ }, required: ['type'] },
  reviewer_images: listOf('reviewer_image'),
  reviewer_image: { children: [['url', 1, 1]] },
  url: { text: address },
  ratings: { children: [['overall', 1, 1]] },
  overall: { text: /^[1-5]$/, attributes: { min: /^1$/, max: /^5$/ }, required: ['min', 'max'] },
  products: listOf('product'),
  product: {
    children: [
      ['product_ids', 0, 1],
      ['product_name', 0, 1],
      ['product_url', 1, 1],
    ],
  },
  product_ids: {
    children: [
      ['gtins', 0, 1],
      ['mpns', 0, 1],
      ['skus', 0, 1],
      ['brands', 0, 1],
      ['asins', 0, 1],
    ],
  },
  gtins: listOf('gtin'),
  gtin: { text: /^\d{8,14}$/ },
  skus: listOf('sku'),
  product_url: { text: address },
  is_spam: { text: truth },
  collection_method: { text: /^(unsolicited|post_fulfillment)$/ },
};
/** Elements that hold any text that is not empty. */
const texts = [
  'favicon',
  'review_id',
  'reviewer_id',
  'title',
  'content',
  'review_language',
  'pro',
  'con',
  'sku',
  'product_name',
  'transaction_id',
];

/** What is wrong with a feed, in words; empty when it keeps the schema. Ids of reviews have to be unique. */
export function faultsOfFeed(xml: string): string[] {
  const faults: string[] = [];
  // XML 1.0, production 2.
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml))
    faults.push('a sign XML cannot hold');
  const feed = readXml(xml);
  if (feed.name !== 'feed') faults.push('the root is not feed');
  check(feed, faults);
  const ids = childrenNamed(childrenNamed(feed, 'reviews')[0], 'review').map(
    (one) => childrenNamed(one, 'review_id')[0]?.text,
  );
  if (new Set(ids).size !== ids.length) faults.push('a review_id stands twice');
  return faults;
}

const childrenNamed = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((one) => one.name === name) ?? [];

function check(element: Element, faults: string[]): void {
  const rule: Rule | undefined = texts.includes(element.name) ? { text: filled } : rules[element.name];
  if (!rule) {
    faults.push(`${element.name} is not known`);
    return;
  }
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!rule.attributes?.[name]?.test(value)) faults.push(`${element.name}/@${name} is ${value}`);
  }
  for (const name of rule.required ?? []) {
    if (!(name in element.attributes)) faults.push(`${element.name}/@${name} is missing`);
  }
  if (!rule.children) {
    if (element.children.length > 0) faults.push(`${element.name} holds elements`);
    if (!rule.text?.test(element.text)) faults.push(`${element.name} is "${element.text}"`);
    return;
  }
  if (element.text.trim() !== '') faults.push(`${element.name} holds a text`);
  const order = rule.children.map(([name]) => name);
  const places = element.children.map(({ name }) => order.indexOf(name));
  if (places.includes(-1)) faults.push(`${element.name} holds what it must not`);
  if (places.some((place, index) => place < (places[index - 1] ?? 0)))
    faults.push(`${element.name} is out of order`);
  for (const [name, fewest, most] of rule.children) {
    const count = childrenNamed(element, name).length;
    if (count < fewest || count > most) faults.push(`${element.name} holds ${count} of ${name}`);
  }
  for (const child of element.children) check(child, faults);
}

/** Reads well-formed XML without CDATA, comments and entities of its own; throws where it is not well formed. */
function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const tokens = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*>|([^<]+)/gy;
  let at = 0;
  for (const token of body.matchAll(tokens)) {
    at = token.index + token[0].length;
    const [, closing, name = '', attributes = '', text] = token;
    const inner = open.at(-1) ?? root;
    if (text !== undefined) inner.text += unescaped(text);
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another`);
    } else {
      const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        unescaped(value),
      ]);
      const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      inner.children.push(element);
      open.push(element);
    }
  }
  const [first] = root.children;
  if (at !== body.length || open.length !== 1 || !first || root.children.length > 1)
    throw new Error(`not well formed at ${at}`);
  return first;
}

function unescaped(text: string): string {
  const plain = text.replace(/&(?:#(\d+)|(amp|lt|gt|quot|apos));/g, (_, code, name) =>
    code
      ? String.fromCodePoint(Number(code))
      : ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name as string] ?? ''),
  );
  if (/&(?!#?\w+;)/.test(text)) throw new Error('a bare &');
  return plain;
}
