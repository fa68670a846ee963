import type { Language } from './languages.ts';
import { type ReferralTexts, referralTexts } from './referral-texts.ts';
import { type ReturnTexts, returnTexts } from './return-texts.ts';
import { type ReviewTexts, reviewTexts } from './review-texts.ts';

/** The shop's own texts. The card's are the card's. */
export interface Texts extends ReturnTexts, ReviewTexts, ReferralTexts {
  readonly tagline: string;
  readonly home: string;
  readonly account: string;
  readonly track: string;
  readonly skip: string;
  readonly light: string;
  readonly dark: string;
  readonly language: string;
  readonly heroTitle: string;
  readonly heroText: string;
  readonly placeOrder: string;
  readonly placeOrderHint: string;
  readonly statesTitle: string;
  readonly thanks: string;
  readonly order: string;
  readonly placedOn: string;
  readonly summary: string;
  readonly total: string;
  readonly shipTo: string;
  readonly accountTitle: string;
  readonly accountText: string;
  readonly follow: string;
  readonly trackTitle: string;
  readonly trackText: string;
  readonly trackHint: string;
  readonly footer: string;
}

/** The texts in each language. */
export const texts: Readonly<Record<Language, Texts>> = {
  en: {
    ...returnTexts.en,
    ...reviewTexts.en,
    ...referralTexts.en,
    tagline: 'Lamps for the blue hour',
    home: 'All states',
    account: 'My orders',
    track: 'Track my order',
    skip: 'Skip to content',
    light: 'Light',
    dark: 'Dark',
    language: 'Language',
    heroTitle: 'Everything that can happen after the purchase',
    heroText:
      'Vesperine is an invented lamp shop. Each order below stands in another state; open one, send it back, and play its carrier and its staff.',
    placeOrder: 'Place a new order',
    placeOrderHint: 'and follow it from the shelf to the door',
    statesTitle: 'Orders',
    thanks: 'Thank you, {name}',
    order: 'Order {number}',
    placedOn: 'Placed on {date}',
    summary: 'What you ordered',
    total: 'Total',
    shipTo: 'Goes to',
    accountTitle: 'My orders',
    accountText: 'Signed in as Mara Lindgren, Hamburg. Each card loads when it is opened.',
    follow: 'Follow the parcel',
    trackTitle: 'Track my order',
    trackText: 'No account needed: the order number and the e-mail address or postcode you ordered with.',
    trackHint: 'Try order {number} with {contact}.',
    footer: 'An invented shop. It exists to show Postlude.',
  },
  de: {
    ...returnTexts.de,
    ...reviewTexts.de,
    ...referralTexts.de,
    tagline: 'Lampen für die blaue Stunde',
    home: 'Alle Zustände',
    account: 'Meine Bestellungen',
    track: 'Sendung verfolgen',
    skip: 'Zum Inhalt',
    light: 'Hell',
    dark: 'Dunkel',
    language: 'Sprache',
    heroTitle: 'Alles, was nach dem Kauf passieren kann',
    heroText:
      'Vesperine ist ein erfundenes Lampengeschäft. Jede Bestellung steht in einem anderen Zustand; öffnen Sie eine, geben Sie etwas zurück und spielen Sie Zusteller und Laden.',
    placeOrder: 'Neu bestellen',
    placeOrderHint: 'und das Paket vom Regal bis zur Tür verfolgen',
    statesTitle: 'Bestellungen',
    thanks: 'Vielen Dank, {name}',
    order: 'Bestellung {number}',
    placedOn: 'Bestellt am {date}',
    summary: 'Ihre Bestellung',
    total: 'Summe',
    shipTo: 'Geht an',
    accountTitle: 'Meine Bestellungen',
    accountText: 'Angemeldet als Mara Lindgren, Hamburg. Jede Karte lädt, wenn sie geöffnet wird.',
    follow: 'Paket verfolgen',
    trackTitle: 'Sendung verfolgen',
    trackText: 'Ohne Konto: mit der Bestellnummer und der E-Mail-Adresse oder Postleitzahl der Bestellung.',
    trackHint: 'Versuchen Sie Bestellung {number} mit {contact}.',
    footer: 'Ein erfundenes Geschäft. Es zeigt, was Postlude kann.',
  },
  ar: {
    ...returnTexts.ar,
    ...reviewTexts.ar,
    ...referralTexts.ar,
    tagline: 'مصابيح للساعة الزرقاء',
    home: 'كل الحالات',
    account: 'طلباتي',
    track: 'تتبّع طلبي',
    skip: 'انتقل إلى المحتوى',
    light: 'فاتح',
    dark: 'داكن',
    language: 'اللغة',
    heroTitle: 'كل ما يمكن أن يحدث بعد الشراء',
    heroText:
      'فيسبيرين متجر مصابيح متخيَّل. كل طلب أدناه في حالة مختلفة؛ افتح أحدها وأرجِع شيئًا وقم بدور شركة الشحن والمتجر.',
    placeOrder: 'اطلب من جديد',
    placeOrderHint: 'وتابع الطرد من الرف إلى الباب',
    statesTitle: 'الطلبات',
    thanks: 'شكرًا لك، {name}',
    order: 'الطلب {number}',
    placedOn: 'بتاريخ {date}',
    summary: 'محتويات طلبك',
    total: 'المجموع',
    shipTo: 'يُشحن إلى',
    accountTitle: 'طلباتي',
    accountText: 'تم تسجيل الدخول باسم Mara Lindgren، Hamburg. تُحمَّل كل بطاقة عند فتحها.',
    follow: 'تتبّع الطرد',
    trackTitle: 'تتبّع طلبي',
    trackText: 'من دون حساب: رقم الطلب والبريد الإلكتروني أو الرمز البريدي الذي طلبت به.',
    trackHint: 'جرّب الطلب {number} مع {contact}.',
    footer: 'متجر متخيَّل، وُجد ليعرض Postlude.',
  },
};

/** Puts values into a text's `{names}`. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
