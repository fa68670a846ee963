/**
 * Every sentence a review policy is read back in. Each language has all of them, whole: only numbers and lists are put in, which
 * come written for the language. A sentence that is missing is a type error.
 */
export interface ReviewSentences {
  readonly usage: (days: number) => string;
  readonly usageByProduct: (count: number) => string;
  readonly never: Readonly<Record<'registration' | 'review' | 'media' | 'referral', string>>;
  readonly registration: string;
  readonly referral: string;
  readonly freshWait: (days: number) => string;
  readonly deliveredAfter: (days: number) => string;
  readonly media: (days: number) => string;
  readonly ends: (days: number) => string;
  readonly blind: string;
  readonly required: (list: string) => string;
  readonly field: Readonly<Record<'title' | 'text' | 'photos', string>>;
  readonly allOptional: string;
  readonly store: string;
  readonly terms: string;
  readonly noReward: string;
  readonly reward: (what: string) => string;
  readonly rewardForSome: (what: string) => string;
  readonly publish: Readonly<Record<'at_once' | 'after_approval', string>>;
  readonly flags: string;
  readonly unverified: Readonly<Record<'shown' | 'hidden', string>>;
  readonly sort: Readonly<Record<'newest' | 'helpful', string>>;
}

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const plural = (tag: string, count: number, forms: Forms): string =>
  (forms[new Intl.PluralRules(tag).select(count)] ?? forms.other).replace(
    '#',
    new Intl.NumberFormat(tag).format(count),
  );

const enDays = (days: number) => plural('en', days, { one: '# day', other: '# days' });
const deDays = (days: number) => plural('de', days, { one: '# Tag', other: '# Tage' });
const deDaysOf = (days: number) => plural('de', days, { one: '# Tag', other: '# Tagen' });
const arDays = (days: number) =>
  plural('ar', days, { one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' });

/** In English. */
export const english: ReviewSentences = {
  usage: (days) => `A review is asked for ${enDays(days)} after the delivery.`,
  usageByProduct: (count) =>
    plural('en', count, {
      one: 'For some items the days of use are others (# rule).',
      other: 'For some items the days of use are others (# rules).',
    }),
  never: {
    registration: 'Nobody is asked to register an item.',
    review: 'Nobody is asked for a review; the form is open to everybody who bought.',
    media: 'Nobody is asked for a photo.',
    referral: 'Nobody is asked to recommend the shop.',
  },
  referral:
    'While a referral programme runs, who reviewed with four stars or more or bought again is asked to recommend the shop, unless something of theirs is open.',
  registration: 'Where registering an item gives something, it is asked for when the item has arrived.',
  freshWait: (days) =>
    `While a return, claim or repair of an item is open nothing is asked about it; ${enDays(days)} after its end it is asked, however it ended.`,
  deliveredAfter: (days) =>
    `Without news of its delivery an item counts as delivered ${enDays(days)} after it was sent.`,
  media: (days) => `A photo is asked for ${enDays(days)} after the review became public.`,
  ends: (days) => `What nobody answered ends ${enDays(days)} after it was due.`,
  blind:
    'Stars, words, refunds and sums decide nothing about whether or when somebody is asked for a review or a photo.',
  required: (list) => `In the form has to be filled: the stars, ${list}.`,
  field: { title: 'the title', text: 'the text', photos: 'a photo' },
  allOptional: 'In the form only the stars have to be given.',
  store: 'After the items, the shop itself can be reviewed; never for a reward.',
  terms: 'Who sends a review agrees to the terms.',
  noReward: 'Nothing is given for reviews.',
  reward: (what) => `For a review is given, whatever it says: ${what}. Such reviews are marked.`,
  rewardForSome: (what) =>
    `For a review of some items is given, whatever it says: ${what}. Such reviews are marked.`,
  publish: {
    at_once: 'Reviews are public at once, unless something in them is to be looked at first.',
    after_approval: 'Reviews are public once we have looked at them; all of them, whatever the stars.',
  },
  flags: 'Rules only flag reviews to be looked at. They reject none.',
  unverified: {
    shown: 'Reviews that no order is known for are shown, and marked as unverified.',
    hidden: 'Reviews that no order is known for are not shown.',
  },
  sort: { newest: 'The newest reviews come first.', helpful: 'The most helpful reviews come first.' },
};

/** In German. */
export const german: ReviewSentences = {
  usage: (days) => `Um eine Bewertung wird ${deDays(days)} nach der Lieferung gebeten.`,
  usageByProduct: (count) =>
    plural('de', count, {
      one: 'Für manche Artikel gelten andere Tage der Nutzung (# Regel).',
      other: 'Für manche Artikel gelten andere Tage der Nutzung (# Regeln).',
    }),
  never: {
    registration: 'Um eine Registrierung wird niemand gebeten.',
    review: 'Um eine Bewertung wird niemand gebeten; das Formular steht allen offen, die gekauft haben.',
    media: 'Um ein Foto wird niemand gebeten.',
    referral: 'Um eine Empfehlung des Shops wird niemand gebeten.',
  },
  referral:
    'Läuft ein Empfehlungsprogramm, wird um eine Empfehlung gebeten, wer mit vier oder fünf Sternen bewertet oder wieder bestellt hat und bei wem nichts offen ist.',
  registration: 'Wo eine Registrierung etwas bringt, wird nach der Lieferung um sie gebeten.',
  freshWait: (days) =>
    `Solange zu einem Artikel eine Rückgabe, ein Garantiefall oder eine Reparatur offen ist, wird zu ihm um nichts gebeten; ${deDays(days)} nach dem Abschluss wird gebeten, wie auch immer er ausging.`,
  deliveredAfter: (days) =>
    `Ohne Nachricht über die Lieferung gilt ein Artikel ${deDays(days)} nach dem Versand als geliefert.`,
  media: (days) => `Um ein Foto wird ${deDays(days)} nach der Veröffentlichung der Bewertung gebeten.`,
  ends: (days) => `Worauf niemand antwortet, endet nach ${deDaysOf(days)}.`,
  blind:
    'Sterne, Worte, Erstattungen und Beträge entscheiden nicht, ob oder wann jemand um eine Bewertung oder ein Foto gebeten wird.',
  required: (list) => `Im Formular auszufüllen: die Sterne, ${list}.`,
  field: { title: 'der Titel', text: 'der Text', photos: 'ein Foto' },
  allOptional: 'Im Formular müssen nur die Sterne angegeben werden.',
  store: 'Nach den Artikeln kann auch der Shop bewertet werden; nie für eine Belohnung.',
  terms: 'Wer eine Bewertung schickt, stimmt den Bedingungen zu.',
  noReward: 'Für Bewertungen gibt es nichts.',
  reward: (what) =>
    `Für eine Bewertung gibt es, was immer sie sagt: ${what}. Solche Bewertungen sind gekennzeichnet.`,
  rewardForSome: (what) =>
    `Für die Bewertung mancher Artikel gibt es, was immer sie sagt: ${what}. Solche Bewertungen sind gekennzeichnet.`,
  publish: {
    at_once: 'Bewertungen sind sofort öffentlich, wenn nichts darin zuerst angesehen werden muss.',
    after_approval:
      'Bewertungen sind öffentlich, sobald wir sie angesehen haben; alle, gleich wie viele Sterne sie haben.',
  },
  flags: 'Regeln merken Bewertungen nur zum Ansehen vor. Sie lehnen keine ab.',
  unverified: {
    shown: 'Bewertungen ohne bekannte Bestellung werden gezeigt und als nicht verifiziert gekennzeichnet.',
    hidden: 'Bewertungen ohne bekannte Bestellung werden nicht gezeigt.',
  },
  sort: {
    newest: 'Die neuesten Bewertungen stehen vorn.',
    helpful: 'Die hilfreichsten Bewertungen stehen vorn.',
  },
};

/** In Arabic. */
export const arabic: ReviewSentences = {
  usage: (days) => `يُطلب التقييم بعد ${arDays(days)} من التسليم.`,
  usageByProduct: (count) =>
    plural('ar', count, {
      zero: 'لا توجد أيام استخدام مختلفة.',
      one: 'لبعض المنتجات أيام استخدام مختلفة (قاعدة واحدة).',
      two: 'لبعض المنتجات أيام استخدام مختلفة (قاعدتان).',
      few: 'لبعض المنتجات أيام استخدام مختلفة (# قواعد).',
      many: 'لبعض المنتجات أيام استخدام مختلفة (# قاعدة).',
      other: 'لبعض المنتجات أيام استخدام مختلفة (# قاعدة).',
    }),
  never: {
    registration: 'لا يُطلب من أحد تسجيل منتج.',
    review: 'لا يُطلب التقييم من أحد، والنموذج متاح لكل من اشترى.',
    media: 'لا تُطلب صورة من أحد.',
    referral: 'لا يُطلب من أحد أن يوصي بالمتجر.',
  },
  referral:
    'ما دام برنامج التوصية قائمًا يُطلب ممن قيّم بأربع نجوم أو خمس أو اشترى مجددًا أن يوصي بالمتجر، ما لم يكن لديه شيء مفتوح.',
  registration: 'حيث يفيد التسجيل يُطلب بعد وصول المنتج.',
  freshWait: (days) =>
    `ما دام للمنتج إرجاع أو مطالبة أو إصلاح مفتوح لا يُطلب شيء بشأنه، ويُطلب بعد ${arDays(days)} من إغلاقه مهما كانت نتيجته.`,
  deliveredAfter: (days) => `من دون خبر عن التسليم يُعد المنتج مسلَّمًا بعد ${arDays(days)} من إرساله.`,
  media: (days) => `تُطلب صورة بعد ${arDays(days)} من نشر التقييم.`,
  ends: (days) => `ما لم يُجب عنه أحد ينتهي بعد ${arDays(days)} من موعده.`,
  blind: 'لا تحدد النجوم ولا الكلمات ولا المبالغ المستردة هل يُطلب تقييم أو صورة من أحد ولا متى.',
  required: (list) => `يجب ملء هذا في النموذج: النجوم، ${list}.`,
  field: { title: 'العنوان', text: 'النص', photos: 'صورة' },
  allOptional: 'في النموذج النجوم وحدها مطلوبة.',
  store: 'بعد المنتجات يمكن تقييم المتجر نفسه، ولا مكافأة على ذلك أبدًا.',
  terms: 'من يرسل تقييمًا يوافق على الشروط.',
  noReward: 'لا مقابل للتقييمات.',
  reward: (what) => `مقابل التقييم مهما كان مضمونه: ${what}. وتُعلَّم هذه التقييمات.`,
  rewardForSome: (what) => `مقابل تقييم بعض المنتجات مهما كان مضمونه: ${what}. وتُعلَّم هذه التقييمات.`,
  publish: {
    at_once: 'تُنشر التقييمات فورًا ما لم يكن فيها ما يجب النظر فيه أولًا.',
    after_approval: 'تُنشر التقييمات بعد أن ننظر فيها، كلها، مهما كان عدد النجوم.',
  },
  flags: 'القواعد تشير إلى ما يجب النظر فيه فقط، ولا ترفض تقييمًا.',
  unverified: {
    shown: 'تُعرض التقييمات التي لا يُعرف لها طلب وتُعلَّم بأنها غير موثقة.',
    hidden: 'لا تُعرض التقييمات التي لا يُعرف لها طلب.',
  },
  sort: { newest: 'أحدث التقييمات أولًا.', helpful: 'أكثر التقييمات فائدة أولًا.' },
};
