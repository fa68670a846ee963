import type { MailLanguage } from '../../case-mails/compose.ts';
import { coverTexts, frame } from '../../case-mails/frame.ts';

/** English. `{item}` is what was registered. */
const english = {
  ...frame.en,
  ...coverTexts.en,
  approvedSubject: '{store}: your registration {code} is accepted',
  rejectedSubject: '{store}: your registration {code} is not accepted',
  voidedSubject: '{store}: your registration {code} has ended',
  approved: '{store} has accepted the registration {code} of: {item}',
  rejected: '{store} has not accepted the registration {code} of: {item}',
  voided: '{store} has ended the registration {code} of: {item}',
  proofUnreadable: 'The proof of purchase cannot be read.',
  serialNotOurs: 'The serial number is none of this store’s.',
  notCovered: 'The store’s warranty does not cover it.',
  duplicate: 'It is registered already.',
  rights: 'The rights the law gives you stay as they are: they never depend on a registration.',
  serial: 'Its serial number is {serial}.',
  footer: 'You get this mail because this item was registered at {store} with your address.',
} as const;

/** The name of a text. */
export type RegistrationMailKey = keyof typeof english;

type Texts = Readonly<Record<RegistrationMailKey, string>>;

const german: Texts = {
  ...frame.de,
  ...coverTexts.de,
  approvedSubject: '{store}: Ihre Registrierung {code} ist angenommen',
  rejectedSubject: '{store}: Ihre Registrierung {code} ist nicht angenommen',
  voidedSubject: '{store}: Ihre Registrierung {code} ist beendet',
  approved: '{store} hat die Registrierung {code} angenommen: {item}',
  rejected: '{store} hat die Registrierung {code} nicht angenommen: {item}',
  voided: '{store} hat die Registrierung {code} beendet: {item}',
  proofUnreadable: 'Der Kaufbeleg ist nicht lesbar.',
  serialNotOurs: 'Die Seriennummer ist keine dieses Shops.',
  notCovered: 'Die Garantie des Shops deckt es nicht ab.',
  duplicate: 'Es ist schon registriert.',
  rights:
    'Die Rechte, die Ihnen das Gesetz gibt, bleiben, wie sie sind: Sie hängen nie von einer Registrierung ab.',
  serial: 'Die Seriennummer ist {serial}.',
  footer: 'Sie bekommen diese E-Mail, weil dieser Artikel bei {store} mit Ihrer Adresse registriert wurde.',
};

const arabic: Texts = {
  ...frame.ar,
  ...coverTexts.ar,
  approvedSubject: '{store}: قُبل تسجيلك {code}',
  rejectedSubject: '{store}: لم يُقبل تسجيلك {code}',
  voidedSubject: '{store}: انتهى تسجيلك {code}',
  approved: 'قبل {store} التسجيل {code} للمنتج: {item}',
  rejected: 'لم يقبل {store} التسجيل {code} للمنتج: {item}',
  voided: 'أنهى {store} التسجيل {code} للمنتج: {item}',
  proofUnreadable: 'تتعذر قراءة إثبات الشراء.',
  serialNotOurs: 'الرقم التسلسلي ليس من أرقام هذا المتجر.',
  notCovered: 'لا يشمله ضمان المتجر.',
  duplicate: 'إنه مسجل بالفعل.',
  rights: 'الحقوق التي يمنحها لك القانون تبقى كما هي: فهي لا تتوقف أبدًا على التسجيل.',
  serial: 'رقمه التسلسلي هو {serial}.',
  footer: 'تصلك هذه الرسالة لأن هذا المنتج سُجّل لدى {store} بعنوانك.',
};

/** All of them, English first. */
export const registrationMailLanguages: readonly [
  MailLanguage<RegistrationMailKey>,
  ...MailLanguage<RegistrationMailKey>[],
] = [
  { language: 'en', direction: 'ltr', texts: english },
  { language: 'de', direction: 'ltr', texts: german },
  { language: 'ar', direction: 'rtl', texts: arabic },
];
