import { languageOf } from '../mail/plain-text.ts';

const english = {
  checkTitle: 'Certificate check',
  valid: 'This certificate is genuine.',
  pending: 'This registration is still being reviewed by the store.',
  void: 'This registration was ended by the store. The certificate is no longer valid.',
  transferred: 'This item was handed over to a new owner, who has a certificate of their own.',
  unknown: 'There is no certificate with this code. Please compare it sign by sign.',
  recalled: 'A safety recall concerns this item. Please ask the store what to do before you use it.',
  tooMany: 'Too many checks came from your address. Please try again in a minute.',
  code: 'Code',
  item: 'Item',
  serial: 'Serial number',
  registeredOn: 'Registered on',
  purchasedOn: 'Bought on',
  deliveredOn: 'Delivered on',
  coversTitle: 'What stands behind it',
  legal: 'Legal guarantee',
  warranty: 'Warranty',
  until: 'until {date}',
  lifetime: 'for life',
  burden: 'Until {date} nothing has to be proved about a defect.',
  title: 'Warranty certificate',
  rights:
    'Your legal rights do not depend on this certificate or on registering: the seller answers for defects by law, free of charge, with or without it.',
  scan: 'Scan the code, or open the address, to see whether this certificate is valid.',
  made: 'As of {date}',
  endOf: '{cover} ends: {item}',
  endOfBurden: 'Last day without having to prove anything: {item}',
};

/** Every text of certificates in one language; `{name}` is filled in. */
export type CertificateTexts = Readonly<Record<keyof typeof english, string>>;

const german: CertificateTexts = {
  checkTitle: 'Zertifikat prüfen',
  valid: 'Dieses Zertifikat ist echt.',
  pending: 'Der Shop prüft diese Registrierung noch.',
  void: 'Der Shop hat diese Registrierung beendet. Das Zertifikat gilt nicht mehr.',
  transferred:
    'Dieser Artikel wurde weitergegeben. Die neue Besitzerin oder der neue Besitzer hat ein eigenes Zertifikat.',
  unknown: 'Ein Zertifikat mit diesem Code gibt es nicht. Bitte vergleichen Sie ihn Zeichen für Zeichen.',
  recalled:
    'Für diesen Artikel gibt es einen Sicherheitsrückruf. Bitte fragen Sie den Shop, was zu tun ist, bevor Sie ihn benutzen.',
  tooMany: 'Von Ihrer Adresse kamen zu viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal.',
  code: 'Code',
  item: 'Artikel',
  serial: 'Seriennummer',
  registeredOn: 'Registriert am',
  purchasedOn: 'Gekauft am',
  deliveredOn: 'Geliefert am',
  coversTitle: 'Was dahintersteht',
  legal: 'Gesetzliche Gewährleistung',
  warranty: 'Garantie',
  until: 'bis {date}',
  lifetime: 'lebenslang',
  burden: 'Bis {date} müssen Sie bei einem Mangel nichts beweisen.',
  title: 'Garantiezertifikat',
  rights:
    'Ihre gesetzlichen Rechte hängen nicht von diesem Zertifikat oder einer Registrierung ab: Für Mängel haftet der Verkäufer kraft Gesetzes und unentgeltlich, mit oder ohne Zertifikat.',
  scan: 'Scannen Sie den Code oder öffnen Sie die Adresse, um zu sehen, ob dieses Zertifikat gilt.',
  made: 'Stand: {date}',
  endOf: '{cover} endet: {item}',
  endOfBurden: 'Letzter Tag ohne Beweislast: {item}',
};

const arabic: CertificateTexts = {
  checkTitle: 'التحقق من الشهادة',
  valid: 'هذه الشهادة أصلية.',
  pending: 'لا يزال المتجر يراجع هذا التسجيل.',
  void: 'أنهى المتجر هذا التسجيل، ولم تعد الشهادة سارية.',
  transferred: 'انتقلت ملكية هذا المنتج إلى مالك جديد لديه شهادته الخاصة.',
  unknown: 'لا توجد شهادة بهذا الرمز. يُرجى مقارنته حرفًا بحرف.',
  recalled: 'يوجد استدعاء لأسباب تتعلق بالسلامة يخص هذا المنتج. يُرجى سؤال المتجر عمّا يجب فعله قبل استخدامه.',
  tooMany: 'وردت طلبات كثيرة من عنوانك. يُرجى المحاولة بعد دقيقة.',
  code: 'الرمز',
  item: 'المنتج',
  serial: 'الرقم التسلسلي',
  registeredOn: 'تاريخ التسجيل',
  purchasedOn: 'تاريخ الشراء',
  deliveredOn: 'تاريخ التسليم',
  coversTitle: 'ما يضمن المنتج',
  legal: 'الضمان القانوني',
  warranty: 'ضمان المتجر',
  until: 'حتى {date}',
  lifetime: 'مدى الحياة',
  burden: 'حتى {date} لا يلزمك إثبات شيء عند ظهور عيب.',
  title: 'شهادة ضمان',
  rights:
    'حقوقك القانونية لا تتوقف على هذه الشهادة ولا على التسجيل: البائع مسؤول عن العيوب بحكم القانون ومجانًا، بها أو بدونها.',
  scan: 'امسح الرمز أو افتح العنوان لترى هل هذه الشهادة سارية.',
  made: 'بتاريخ {date}',
  endOf: 'ينتهي {cover}: {item}',
  endOfBurden: 'آخر يوم دون عبء إثبات: {item}',
};

/** A language of certificates. */
export interface CertificateLanguage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: CertificateTexts;
}

/** All of them, English first. */
export const certificateLanguages: readonly [CertificateLanguage, ...CertificateLanguage[]] = [
  { language: 'en', direction: 'ltr', texts: english },
  { language: 'de', direction: 'ltr', texts: german },
  { language: 'ar', direction: 'rtl', texts: arabic },
];

/** The first of the tags there are texts for; English otherwise. */
export const certificateLanguage = (...tags: readonly (string | null | undefined)[]): CertificateLanguage =>
  languageOf(certificateLanguages, ...tags);

/** A day in words. */
export const longDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(
    new Date(`${day}T00:00:00Z`),
  );
