import { platformIds, products } from '../catalogue.ts';

/** What somebody said of a lamp before the shop had Postlude, so many days ago. */
type Said = readonly [
  daysAgo: number,
  stars: number,
  name: string,
  title: string,
  text: string,
  reply?: string,
];

const everywhere: readonly Said[] = [
  [
    12,
    5,
    'Ines',
    'The blue hour, indoors',
    'Warm, even, and quiet to the eye. It is the first thing we switch on.',
  ],
  [
    19,
    4,
    'Jonas K.',
    'Lovely light, short cable',
    'Everything about it is right but the cable, which ends a metre too early.',
  ],
  [26, 5, 'Amal', '', 'Bought one, then a second one for my mother.'],
  [
    40,
    3,
    'P. Novak',
    'Good, not great',
    'The colour is a little darker than in the picture. The light makes up for it.',
  ],
  [
    58,
    1,
    'Tom',
    'Arrived broken',
    'The shade had a crack. The new one came after a week.',
    'We are sorry, Tom. The packing is a different one since then.',
  ],
  [71, 5, 'Yuki', 'So calm', 'No hum, no flicker. I read under it every night.'],
  [90, 4, 'Sofía R.', 'Heavier than expected', 'Which is good: it does not fall when the cat walks by.'],
  [
    120,
    2,
    'Elif',
    'Too dim for work',
    'Fine for the evening, but I cannot work by it.',
    'Thank you. The 4000 K bulb is brighter; write to us and we send you one.',
  ],
  [150, 5, 'نور', 'جميل جدًا', 'الضوء دافئ ومريح، والتغليف ممتاز.'],
  [
    180,
    5,
    'Marlene',
    'Wieder sehr schön',
    'Sauber verarbeitet, und das Licht ist genau richtig für den Flur.',
  ],
];

/** How many of them each lamp has; the others have none yet. */
const shares: Readonly<Record<string, number>> = {
  dome: 10,
  mushroom: 7,
  pendant: 5,
  reading: 3,
  lantern: 2,
};

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The file another app would export: the columns of Judge.me, one row of spam among them. */
export function importedReviews(now: Date): string {
  const ago = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
  const heading =
    'title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location';
  const row = (product: string, id: number, [days, stars, name, title, text, reply]: Said, curated = 'ok') =>
    [
      ...[title, text, String(stars), ago(days), 'web', curated, name],
      ...[
        `${product}-${days}@example.com`,
        String(id),
        product,
        reply ?? '',
        reply ? ago(days - 2) : '',
        '',
        '',
        '',
      ],
    ]
      .map(cell)
      .join(',');
  const rows = products.flatMap(({ id: product }, at) => {
    const { product: id } = platformIds('shopify', product);
    // Not the same days and words for each: as if different people had written.
    return everywhere.slice(0, shares[product] ?? 0).map((said) => {
      const [days, ...rest] = said;
      return row(product, id, [days + at * 3, ...rest]);
    });
  });
  const spam: Said = [5, 5, 'best-price', 'CHEAP', 'Buy followers at https://spam.example'];
  return [heading, ...rows, row('dome', platformIds('shopify', 'dome').product, spam, 'spam')].join('\r\n');
}
