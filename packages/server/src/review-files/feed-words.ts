import type { ReviewFeedReport } from '@postlude/contract';

/** A sentence for each warning, of a number. */
type FeedWords = Readonly<Record<ReviewFeedReport['warnings'][number]['code'], (count: number) => string>>;

const english: FeedWords = {
  few_reviews: (count) => `${count} reviews are in the feed. Google shows no ratings below 50.`,
  stale: (count) => `The newest review is ${count} days old. Google wants a feed with news every 30 days.`,
  no_identifiers: (count) =>
    `${count} of the reviewed products have no GTIN in the catalogue. Google can hardly tell which products they are.`,
  no_address: (count) =>
    `${count} reviews are left out, because no address of their product is known. Google demands one.`,
  no_text: (count) =>
    `${count} reviews are left out, because they are stars without words. Google takes none.`,
};

const german: FeedWords = {
  few_reviews: (count) => `Im Feed sind ${count} Bewertungen. Unter 50 zeigt Google keine Sterne.`,
  stale: (count) => `Die neueste Bewertung ist ${count} Tage alt. Google will alle 30 Tage Neues.`,
  no_identifiers: (count) =>
    `${count} der bewerteten Produkte haben im Katalog keine GTIN. Google kann sie kaum zuordnen.`,
  no_address: (count) =>
    `${count} Bewertungen fehlen, weil keine Adresse ihres Produkts bekannt ist. Google verlangt eine.`,
  no_text: (count) =>
    `${count} Bewertungen fehlen, weil sie nur Sterne und keinen Text haben. Google nimmt sie nicht.`,
};

/** The sentences in the language of a locale: German, otherwise English. */
export const feedWords = (locale: string): FeedWords => (/^de\b/i.test(locale) ? german : english);
