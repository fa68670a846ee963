import { languageOf } from '../mail/plain-text.ts';

const english = {
  /** The headline of Article 36(2)(a) of Regulation (EU) 2023/988, in the words of its English version. */
  headline: 'Product safety recall',
  product: 'What is recalled',
  identification: 'Where to find the numbers that identify it',
  sold: 'When and where it was sold',
  hazard: 'What can happen',
  action: 'What to do now',
  remedies: 'What you may choose from, free of charge',
  repair: 'Repair',
  replacement: 'Replacement',
  refund: 'Refund',
  contact: 'Questions',
  share: 'Please pass this on to whoever uses the product, and to anybody you gave it to.',
  why: 'You receive this safety notice because a product of this recall was bought from {store}, or registered there, with your address. It is no advertising.',
};

/** Every text of a recall's mail in one language. */
export type RecallTexts = Readonly<Record<keyof typeof english, string>>;

/** The headline is that of the German version of the regulation. */
const german: RecallTexts = {
  headline: 'Produktsicherheitsrückruf',
  product: 'Was zurückgerufen wird',
  identification: 'Wo die Nummern stehen, an denen Sie es erkennen',
  sold: 'Wann und wo es verkauft wurde',
  hazard: 'Was passieren kann',
  action: 'Was Sie jetzt tun sollen',
  remedies: 'Was Sie kostenlos wählen können',
  repair: 'Reparatur',
  replacement: 'Ersatz',
  refund: 'Erstattung',
  contact: 'Fragen',
  share: 'Bitte geben Sie das weiter an alle, die das Produkt benutzen oder es von Ihnen bekommen haben.',
  why: 'Sie erhalten diesen Sicherheitshinweis, weil ein Produkt dieses Rückrufs mit Ihrer Adresse bei {store} gekauft oder registriert wurde. Er ist keine Werbung.',
};

/** Arabic is no language of the Union: the headline says the same. */
const arabic: RecallTexts = {
  headline: 'استدعاء منتج لأسباب تتعلق بالسلامة',
  product: 'المنتج المُستدعى',
  identification: 'أين تجد الأرقام التي تميّزه',
  sold: 'متى وأين بيع',
  hazard: 'ما الذي قد يحدث',
  action: 'ما عليك فعله الآن',
  remedies: 'ما يمكنك اختياره مجانًا',
  repair: 'إصلاح',
  replacement: 'استبدال',
  refund: 'استرداد المبلغ',
  contact: 'للاستفسار',
  share: 'يُرجى إبلاغ كل من يستخدم المنتج أو حصل عليه منك.',
  why: 'تصلك رسالة السلامة هذه لأن منتجًا من هذا الاستدعاء اشتُري من {store} أو سُجّل لديه بعنوانك. وهي ليست إعلانًا.',
};

/** A language recalls are mailed in. */
export interface RecallLanguage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: RecallTexts;
}

const languages: readonly [RecallLanguage, ...RecallLanguage[]] = [
  { language: 'en', direction: 'ltr', texts: english },
  { language: 'de', direction: 'ltr', texts: german },
  { language: 'ar', direction: 'rtl', texts: arabic },
];

/** The first of the tags there are texts for; English otherwise. */
export const recallLanguage = (...tags: readonly (string | null | undefined)[]): RecallLanguage =>
  languageOf(languages, ...tags);
