import { counting, type Forms, type PolicySentences } from './sentences.ts';

const of = counting('ar');

/** Days in Arabic: one and two are words of their own, three to ten take another plural than the numbers above. */
const days = (sentence: (days: string) => string): Forms => ({
  zero: sentence('# يوم'),
  one: sentence('يوم واحد'),
  two: sentence('يومين'),
  few: sentence('# أيام'),
  many: sentence('# يومًا'),
  other: sentence('# يوم'),
});

/** Arabic. */
export const arabic: PolicySentences = {
  windowOfEach: of(days((count) => `يمكنك إرجاع المنتجات خلال ${count} من تسليمها.`)),
  windowOfLast: of(days((count) => `يمكنك إرجاع المنتجات خلال ${count} من آخر تسليم في طلبك.`)),
  windowWithoutEnd: 'يمكنك إرجاع المنتجات في أي وقت.',
  bufferDays: of(days((count) => `إذا لم يكن يوم التسليم معروفًا، نبدأ العد بعد ${count} من الشحن.`)),
  workingDay: 'إذا صادف اليوم الأخير عطلة نهاية الأسبوع أو عطلة رسمية، ينتقل إلى يوم العمل التالي.',
  otherWindow: (types, count) => of(days((text) => `المدة لمنتجات ${types}: ${text}.`))(count),
  otherWindowForSome: of(days((count) => `المدة لبعض المنتجات: ${count}.`)),
  otherWindowWithoutEnd: (types) => `لا يوجد يوم أخير لمنتجات ${types}.`,
  otherWindowWithoutEndForSome: 'لا يوجد يوم أخير لبعض المنتجات.',
  season: (from, until, lastDay) =>
    `الطلبات المقدمة من ${from} إلى ${until} يمكن إرجاعها حتى ${lastDay} على الأقل.`,
  finalSale: 'لا يمكن إرجاع المنتجات المبيعة بيعًا نهائيًا.',
  productsExcluded: 'بعض المنتجات لا يمكن إرجاعها.',
  productTypesExcluded: (types) => `لا يمكن إرجاع هذه المنتجات: ${types}.`,
  countriesExcluded: (countries) => `لا نقبل الإرجاع من: ${countries}.`,
  someCountriesExcluded: 'لا نقبل إرجاع بعض المنتجات من بعض البلدان.',
  excludedButExchanged: 'بعض المنتجات التي لا يُسترد ثمنها يمكن استبدالها.',
  refund: 'تسترد المبلغ بالطريقة التي دفعت بها.',
  storeCredit: 'يمكنك اختيار رصيد في المتجر بدلاً من ذلك.',
  storeCreditWithBonus: (percent) => `يمكنك اختيار رصيد في المتجر بدلاً من ذلك مع زيادة ${percent}.`,
  exchange: 'يمكنك استبدال المنتج بخيار آخر منه، ويُسوّى فرق السعر.',
  exchangeForEqual: 'يمكنك استبدال المنتج بخيار آخر منه بالسعر نفسه.',
  noFees: 'لا نفرض أي رسوم.',
  feeFlat: (sum) => `نفرض رسومًا قدرها ${sum} على كل عملية إرجاع.`,
  feeFlatInSomeCases: (sum) => `في بعض الحالات نفرض رسومًا قدرها ${sum} على كل عملية إرجاع.`,
  feePercent: (percent) => `نفرض رسومًا قدرها ${percent} من المبلغ المسترد.`,
  feePercentInSomeCases: (percent) => `في بعض الحالات نفرض رسومًا قدرها ${percent} من المبلغ المسترد.`,
  noFeesAtFault: 'إذا كان الخطأ منا، لا تُحتسب الرسوم المحددة لذلك.',
  shippingNever: 'لا تُسترد تكلفة الشحن الأصلية.',
  shippingForEverything: 'تُسترد تكلفة الشحن الأصلية عند إرجاع كل شيء.',
  shippingForEverythingOrFault: 'تُسترد تكلفة الشحن الأصلية عند إرجاع كل شيء أو إذا كان الخطأ منا.',
  methods: {
    label: 'بملصق للطباعة',
    qr_code: 'برمز تعرضه، دون طابعة أو صندوق',
    drop_off: 'في نقطة تسليم',
    in_store: 'في أحد متاجرنا',
    pick_up: 'باستلام من شركة شحن',
    own_carrier: 'بشركة شحن من اختيارك وعلى نفقتك',
    keep_item: 'دون إرجاع: تحتفظ بالمنتج',
  },
  methodWithPrice: (method, price) => `${method} (${price})`,
  ways: (methods) => `طرق الإرجاع: ${methods}.`,
  keepItem: (sum) => `إذا لم يتجاوز المبلغ المسترد ${sum}، تحتفظ بالمنتجات.`,
  sendWithin: of(days((count) => `أرسل المرتجع خلال ${count} من موافقتنا.`)),
  cancel: 'يمكنك إلغاء المنتجات ما دامت لم تُشحن.',
  lost: of(days((count) => `الطرد الذي لم يُسجَّل له أي تحديث منذ ${count} يمكن الإبلاغ عن فقدانه.`)),
  missing: of(days((count) => `الطرد المسجَّل كمُسلَّم ولم يصل يمكن الإبلاغ عنه بعد ${count} من ذلك.`)),
  tellWithin: of(
    days((count) => `أبلغنا عن المنتجات التالفة أو الخاطئة أو الناقصة خلال ${count} من التسليم.`),
  ),
  withdrawalInEu: of(
    days(
      (count) =>
        `في الاتحاد الأوروبي والمنطقة الاقتصادية الأوروبية يمكنك الانسحاب من العقد خلال ${count} من آخر تسليم دون ذكر سبب.`,
    ),
  ),
  withdrawalForAll: of(days((count) => `يمكنك الانسحاب من العقد خلال ${count} من آخر تسليم دون ذكر سبب.`)),
  withdrawalExempt: 'لا يسري حق الانسحاب على بعض السلع وفق ما يسمح به القانون.',
};
