import type { Language } from './languages.ts';

/** The shop's own texts about its lamps and what customers say of them. The widgets' are the widgets'. */
export interface ReviewTexts {
  readonly lamps: string;
  readonly lampsTitle: string;
  readonly lampsText: string;
  readonly reviews: string;
  readonly from: string;
  readonly writeReview: string;
  readonly writeTitle: string;
  readonly writeText: string;
  readonly shopReviews: string;
}

/** The texts in each language. */
export const reviewTexts: Readonly<Record<Language, ReviewTexts>> = {
  en: {
    lamps: 'Lamps',
    lampsTitle: 'Our lamps',
    lampsText: 'Each with what those say who live with it.',
    reviews: 'Reviews',
    from: 'From {price}',
    writeReview: 'Write a review',
    writeTitle: 'How is your lamp?',
    writeText: 'With your order number and one contact. Every review counts, whatever it says.',
    shopReviews: 'What customers say of Vesperine',
  },
  de: {
    lamps: 'Lampen',
    lampsTitle: 'Unsere Lampen',
    lampsText: 'Jede mit dem, was andere sagen, die mit ihr leben.',
    reviews: 'Bewertungen',
    from: 'Ab {price}',
    writeReview: 'Bewertung schreiben',
    writeTitle: 'Wie ist Ihre Lampe?',
    writeText: 'Mit Bestellnummer und einem Kontakt. Jede Bewertung zählt, was auch immer darin steht.',
    shopReviews: 'Was andere über Vesperine sagen',
  },
  ar: {
    lamps: 'المصابيح',
    lampsTitle: 'مصابيحنا',
    lampsText: 'كل مصباح مع ما يقوله من يعيش معه.',
    reviews: 'التقييمات',
    from: 'من {price}',
    writeReview: 'اكتب تقييمًا',
    writeTitle: 'كيف مصباحك؟',
    writeText: 'برقم طلبك ووسيلة تواصل واحدة. كل تقييم مهم مهما قال.',
    shopReviews: 'ماذا يقول العملاء عن فيسبيرين',
  },
};
