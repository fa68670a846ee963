import type { Language } from './languages.ts';

/** How the index groups the states. */
export const groups = [
  'returns',
  'warranty',
  'reviews',
  'referrals',
  'moving',
  'needs-you',
  'wrong',
  'over',
  'special',
] as const;

/** A group of the index. */
export type Group = (typeof groups)[number];

/** The groups' names. */
export const groupTexts: Readonly<Record<Language, Readonly<Record<Group, string>>>> = {
  en: {
    returns: 'Send something back',
    warranty: 'Stand behind it',
    reviews: 'Tell others',
    referrals: 'Bring a friend',
    moving: 'On its way',
    'needs-you': 'Needs the shopper',
    wrong: 'Went wrong',
    over: 'Over',
    special: 'Special cases',
  },
  de: {
    returns: 'Etwas zurückgeben',
    warranty: 'Garantie und Reparatur',
    reviews: 'Weitersagen',
    referrals: 'Freunde werben',
    moving: 'Unterwegs',
    'needs-you': 'Braucht die Kundschaft',
    wrong: 'Schiefgegangen',
    over: 'Abgeschlossen',
    special: 'Besondere Fälle',
  },
  ar: {
    returns: 'إرجاع شيء',
    warranty: 'الضمان والإصلاح',
    reviews: 'أخبر الآخرين',
    referrals: 'أوصِ صديقًا',
    moving: 'في الطريق',
    'needs-you': 'تحتاج إلى المتسوّق',
    wrong: 'مشكلات',
    over: 'منتهية',
    special: 'حالات خاصة',
  },
};

type StateTexts = readonly [group: Group, en: string, de: string, ar: string];

/** Each story of the demo in a few words, by its key. */
export const stateTexts: Readonly<Record<string, StateTexts>> = {
  'nothing-shipped': ['moving', 'Nothing shipped yet', 'Noch nichts versandt', 'لم يُشحن شيء بعد'],
  'label-made': ['moving', 'Label made', 'Versandschein erstellt', 'صدرت بطاقة الشحن'],
  'in-transit': ['moving', 'In transit', 'Unterwegs', 'في الطريق'],
  'arrives-today': ['moving', 'Arrives today', 'Kommt heute', 'يصل اليوم'],
  'out-for-delivery': ['moving', 'Out for delivery', 'In Zustellung', 'خرج للتسليم'],
  'several-parcels': ['special', 'Several parcels', 'Mehrere Pakete', 'عدة طرود'],
  'pick-up': ['needs-you', 'Waits at a pick-up point', 'Liegt zur Abholung bereit', 'ينتظر في نقطة الاستلام'],
  'attempt-failed': ['needs-you', 'Nobody was at home', 'Niemand zu Hause', 'لم يكن أحد في المنزل'],
  customs: [
    'needs-you',
    'Held at customs, payment due',
    'Beim Zoll, Zahlung offen',
    'محتجز في الجمارك بانتظار الدفع',
  ],
  delayed: ['wrong', 'Delayed twice', 'Zweimal verzögert', 'تأخّر مرتين'],
  late: ['wrong', 'Late', 'Verspätet', 'متأخّر'],
  stalled: ['wrong', 'No scan for days', 'Seit Tagen keine Meldung', 'بلا أخبار منذ أيام'],
  lost: ['wrong', 'Lost', 'Verloren', 'مفقود'],
  damaged: ['wrong', 'Damaged', 'Beschädigt', 'متضرّر'],
  returning: ['wrong', 'Going back', 'Geht zurück', 'في طريق العودة'],
  delivered: ['over', 'Delivered, signed for', 'Zugestellt, unterschrieben', 'سُلِّم بتوقيع'],
  returned: ['over', 'Returned to the sender', 'Zurück beim Absender', 'أُعيد إلى المرسل'],
  cancelled: ['over', 'Cancelled', 'Storniert', 'أُلغي'],
  'hand-over': ['special', 'Two carriers', 'Zwei Zusteller', 'شركتا شحن'],
  international: [
    'special',
    'Arabic, markup in a title',
    'Arabisch, HTML im Titel',
    'عربي، ووسوم في العنوان',
  ],
  yen: ['special', 'A currency without cents', 'Währung ohne Cent', 'عملة بلا كسور'],
  'return-three': ['returns', 'Three items arrived', 'Drei Dinge sind da', 'وصلت ثلاثة أشياء'],
  'return-small': ['returns', 'Approved at once', 'Sofort genehmigt', 'قبول فوري'],
  'return-cancel': ['returns', 'Not shipped: cancel', 'Nicht versandt: stornieren', 'لم يُشحن: إلغاء'],
  'return-ended': ['returns', 'Too late', 'Zu spät', 'فات الأوان'],
  'return-final-sale': ['returns', 'Final sale', 'Vom Umtausch ausgeschlossen', 'بيع نهائي'],
  'return-gift': ['returns', 'A gift', 'Ein Geschenk', 'هدية'],
  'return-dinar': ['returns', 'Kuwaiti dinar', 'Kuwait-Dinar', 'دينار كويتي'],
  'return-tax-on-top': ['returns', 'Tax on top', 'Steuer kommt dazu', 'الضريبة تُضاف'],
  'return-states': ['returns', 'Every stage of a return', 'Jeder Stand einer Rückgabe', 'كل مراحل الإرجاع'],
  'warranty-fresh': ['warranty', 'Register what arrived', 'Angekommenes registrieren', 'سجّل ما وصل'],
  'warranty-broken': ['warranty', 'Something is wrong', 'Etwas stimmt nicht', 'هناك مشكلة'],
  'warranty-states': ['warranty', 'Under repair', 'In Reparatur', 'قيد الإصلاح'],
  'review-due': ['reviews', 'Used for two weeks', 'Zwei Wochen in Gebrauch', 'مستخدَم منذ أسبوعين'],
  'review-soon': ['reviews', 'Not asked yet', 'Noch nicht gefragt', 'لم نسأل بعد'],
  'referral-share': ['referrals', 'Recommend the shop', 'Den Laden empfehlen', 'أوصِ بالمتجر'],
  'referral-states': [
    'referrals',
    'Recommended to six friends',
    'Sechs Freunden empfohlen',
    'أوصى ستة أصدقاء',
  ],
  'referral-friend': ['referrals', 'A friend’s order', 'Bestellung eines Freundes', 'طلب صديق'],
  new: ['moving', 'Placed just now', 'Gerade bestellt', 'طُلب للتو'],
};

/** A story in a few words. */
export function stateText(story: string, language: Language): string {
  const [, en, de, ar] = stateTexts[story] ?? ['special', story, story, story];
  return { en, de, ar }[language];
}

/** The group a story belongs to. */
export const groupOf = (story: string): Group => stateTexts[story]?.[0] ?? 'special';
