/**
 * Every sentence a warranty policy is read back in. Each language has all of them, whole: only names, numbers and lists are put
 * in, which come written for the language. A sentence that is missing is a type error.
 */
export interface WarrantySentences {
  readonly law: string;
  readonly noPlan: string;
  readonly fromDelivery: (plan: string, months: number) => string;
  readonly fromPurchase: (plan: string, months: number) => string;
  readonly fromRegistration: (plan: string, months: number) => string;
  readonly lifetime: (plan: string) => string;
  readonly registrationNeeded: (plan: string) => string;
  readonly extra: (plan: string, months: number) => string;
  readonly extraInTime: (plan: string, months: number, days: number) => string;
  readonly countries: (plan: string, countries: string) => string;
  readonly notTransferable: (plan: string) => string;
  readonly unnamed: string;
  readonly byItself: string;
  readonly elsewhere: Readonly<Record<'off' | 'accept' | 'review', string>>;
  readonly proofRequired: string;
  readonly serialRequired: string;
  readonly serialListed: string;
  readonly marketing: string;
  readonly resolutions: (list: string) => string;
  readonly resolution: Readonly<Record<'repair' | 'kit' | 'replacement' | 'refund' | 'store_credit', string>>;
  readonly paidRepairs: string;
}

const plural = (
  tag: string,
  months: number,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>,
) =>
  (forms[new Intl.PluralRules(tag).select(months)] ?? forms.other).replace(
    '#',
    new Intl.NumberFormat(tag).format(months),
  );

const enMonths = (months: number) => plural('en', months, { one: '# month', other: '# months' });
const deMonths = (months: number) => plural('de', months, { one: '# Monat', other: '# Monate' });
const arMonths = (months: number) =>
  plural('ar', months, { one: 'شهر واحد', two: 'شهران', few: '# أشهر', many: '# شهرًا', other: '# شهر' });
const arDays = (days: number) =>
  plural('ar', days, { one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' });

/** In English. */
export const english: WarrantySentences = {
  law: 'The legal guarantee always applies, whether or not an item is registered.',
  noPlan: 'There is no warranty beside it.',
  fromDelivery: (plan, months) => `${plan}: ${enMonths(months)} from delivery.`,
  fromPurchase: (plan, months) => `${plan}: ${enMonths(months)} from purchase.`,
  fromRegistration: (plan, months) => `${plan}: ${enMonths(months)} from registration.`,
  lifetime: (plan) => `${plan}: for a lifetime.`,
  registrationNeeded: (plan) => `${plan} covers registered items only.`,
  extra: (plan, months) => `Registering makes ${plan} longer by ${enMonths(months)}.`,
  extraInTime: (plan, months, days) =>
    `Registering within ${plural('en', days, { one: '# day', other: '# days' })} makes ${plan} longer by ${enMonths(months)}.`,
  countries: (plan, countries) => `${plan} holds in ${countries}.`,
  notTransferable: (plan) => `${plan} ends when the item is handed over to somebody else.`,
  unnamed: 'Warranty',
  byItself:
    'Items bought here are registered by themselves when they are delivered, from the day this was switched on; what came before is not.',
  elsewhere: {
    off: 'Only items bought here can be registered.',
    accept: 'Items bought elsewhere can be registered.',
    review: 'Items bought elsewhere can be registered once we have looked at them.',
  },
  proofRequired: 'For items bought elsewhere a proof of purchase is needed.',
  serialRequired: 'For some items the serial number is needed.',
  serialListed: 'For some items the serial number has to be one of ours.',
  marketing: 'Who registers is asked whether they want offers; the answer changes nothing else.',
  resolutions: (list) => `When something is wrong we offer, in this order: ${list}.`,
  resolution: {
    repair: 'repair',
    kit: 'a part to fit oneself',
    replacement: 'replacement',
    refund: 'refund',
    store_credit: 'store credit',
  },
  paidRepairs: 'What nothing covers is repaired for a quote.',
};

/** In German. */
export const german: WarrantySentences = {
  law: 'Die gesetzliche Gewährleistung gilt immer, ob ein Artikel registriert ist oder nicht.',
  noPlan: 'Daneben gibt es keine Garantie.',
  fromDelivery: (plan, months) => `${plan}: ${deMonths(months)} ab Lieferung.`,
  fromPurchase: (plan, months) => `${plan}: ${deMonths(months)} ab Kauf.`,
  fromRegistration: (plan, months) => `${plan}: ${deMonths(months)} ab Registrierung.`,
  lifetime: (plan) => `${plan}: ein Leben lang.`,
  registrationNeeded: (plan) => `${plan} gilt nur für registrierte Artikel.`,
  extra: (plan, months) => `Verlängerung durch Registrierung bei ${plan}: ${deMonths(months)}.`,
  extraInTime: (plan, months, days) =>
    `Verlängerung durch Registrierung innerhalb von ${plural('de', days, { one: '# Tag', other: '# Tagen' })} bei ${plan}: ${deMonths(months)}.`,
  countries: (plan, countries) => `${plan} gilt in diesen Ländern: ${countries}.`,
  notTransferable: (plan) => `${plan} endet, wenn der Artikel an jemand anderen übergeht.`,
  unnamed: 'Garantie',
  byItself:
    'Hier gekaufte Artikel werden mit der Lieferung von selbst registriert, von dem Tag an, an dem dies eingeschaltet wurde; was vorher kam, nicht.',
  elsewhere: {
    off: 'Nur hier gekaufte Artikel können registriert werden.',
    accept: 'Auch anderswo gekaufte Artikel können registriert werden.',
    review: 'Anderswo gekaufte Artikel können registriert werden, nachdem wir sie geprüft haben.',
  },
  proofRequired: 'Für anderswo gekaufte Artikel ist ein Kaufbeleg nötig.',
  serialRequired: 'Für manche Artikel ist die Seriennummer nötig.',
  serialListed: 'Für manche Artikel muss die Seriennummer eine von unseren sein.',
  marketing: 'Wer registriert, wird gefragt, ob Angebote erwünscht sind; die Antwort ändert sonst nichts.',
  resolutions: (list) => `Wenn etwas nicht stimmt, bieten wir in dieser Reihenfolge: ${list}.`,
  resolution: {
    repair: 'Reparatur',
    kit: 'ein Ersatzteil zum Selbsteinbau',
    replacement: 'Ersatz',
    refund: 'Erstattung',
    store_credit: 'Guthaben',
  },
  paidRepairs: 'Was durch nichts abgedeckt ist, wird nach Kostenvoranschlag repariert.',
};

/** In Arabic. */
export const arabic: WarrantySentences = {
  law: 'يسري الضمان القانوني دائمًا، سواء سُجِّل المنتج أم لا.',
  noPlan: 'لا يوجد ضمان إضافي إلى جانبه.',
  fromDelivery: (plan, months) => `${plan}: ${arMonths(months)} من التسليم.`,
  fromPurchase: (plan, months) => `${plan}: ${arMonths(months)} من الشراء.`,
  fromRegistration: (plan, months) => `${plan}: ${arMonths(months)} من التسجيل.`,
  lifetime: (plan) => `${plan}: مدى الحياة.`,
  registrationNeeded: (plan) => `${plan}: للمنتجات المسجَّلة فقط.`,
  extra: (plan, months) => `التمديد بالتسجيل لـ ${plan}: ${arMonths(months)}.`,
  extraInTime: (plan, months, days) =>
    `التمديد بالتسجيل خلال ${arDays(days)} لـ ${plan}: ${arMonths(months)}.`,
  countries: (plan, countries) => `${plan} صالح في: ${countries}.`,
  notTransferable: (plan) => `${plan}: ينتهي عند انتقال المنتج إلى شخص آخر.`,
  unnamed: 'الضمان',
  byItself:
    'تُسجَّل المنتجات المشتراة هنا تلقائيًا عند تسليمها، بدءًا من يوم تفعيل ذلك؛ أما ما وصل قبله فلا يُسجَّل.',
  elsewhere: {
    off: 'يمكن تسجيل المنتجات المشتراة هنا فقط.',
    accept: 'يمكن تسجيل المنتجات المشتراة من مكان آخر.',
    review: 'يمكن تسجيل المنتجات المشتراة من مكان آخر بعد مراجعتنا لها.',
  },
  proofRequired: 'يلزم إثبات شراء للمنتجات المشتراة من مكان آخر.',
  serialRequired: 'يلزم الرقم التسلسلي لبعض المنتجات.',
  serialListed: 'يجب أن يكون الرقم التسلسلي لبعض المنتجات من أرقامنا.',
  marketing: 'يُسأل من يسجّل هل يرغب في تلقي العروض، ولا يغيّر الجواب شيئًا آخر.',
  resolutions: (list) => `عند وجود مشكلة نعرض بهذا الترتيب: ${list}.`,
  resolution: {
    repair: 'الإصلاح',
    kit: 'قطعة تركّبها بنفسك',
    replacement: 'الاستبدال',
    refund: 'استرداد المبلغ',
    store_credit: 'رصيد في المتجر',
  },
  paidRepairs: 'ما لا يشمله أي ضمان يُصلَح بعد عرض سعر.',
};
