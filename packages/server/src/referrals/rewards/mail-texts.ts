import type { MailLanguage } from '../../case-mails/compose.ts';
import { frame } from '../../case-mails/frame.ts';

/** English. `{reward}` is what is given, in a few words: *€20 off*. */
const english = {
  ...frame.en,
  subject: '{store}: your reward for inviting a friend',
  earned: 'A friend you invited has ordered at {store}. Thank you: you get {reward}.',
  code: 'Your code: {code}',
  noCode: 'You need no code; the store sees to it.',
  until: 'It can be used until {date}.',
  revokedSubject: '{store}: your reward was taken back',
  revoked: 'You had a reward for inviting a friend to {store}: {reward}. It was taken back.',
  revokedCode: 'Your code {code} cannot be used any more.',
  footer: 'You get this e-mail because you take part in inviting friends at {store} with this address.',
};

/** What a mail about a reward says. */
export type RewardMailKey = keyof typeof english;
type Texts = Readonly<Record<RewardMailKey, string>>;

const german: Texts = {
  ...frame.de,
  subject: '{store}: Ihre Belohnung für eine Empfehlung',
  earned: 'Jemand, den Sie eingeladen haben, hat bei {store} bestellt. Vielen Dank: Sie erhalten {reward}.',
  code: 'Ihr Code: {code}',
  noCode: 'Sie brauchen keinen Code; der Shop kümmert sich darum.',
  until: 'Er gilt bis zum {date}.',
  revokedSubject: '{store}: Ihre Belohnung wurde zurückgenommen',
  revoked: 'Sie hatten eine Belohnung für eine Empfehlung bei {store}: {reward}. Sie wurde zurückgenommen.',
  revokedCode: 'Ihr Code {code} gilt nicht mehr.',
  footer: 'Sie bekommen diese E-Mail, weil Sie mit dieser Adresse bei {store} am Einladen teilnehmen.',
};

const arabic: Texts = {
  ...frame.ar,
  subject: '{store}: مكافأتك عن دعوة صديق',
  earned: 'طلب صديق دعوته من {store}. شكرًا لك، وهذه مكافأتك: {reward}.',
  code: 'رمزك: {code}',
  noCode: 'لا تحتاج إلى رمز، فالمتجر يتولى الأمر.',
  until: 'يمكن استخدامه حتى {date}.',
  revokedSubject: '{store}: سُحبت مكافأتك',
  revoked: 'كانت لديك مكافأة عن دعوة صديق إلى {store}: {reward}. وقد سُحبت.',
  revokedCode: 'لم يعد رمزك {code} صالحًا.',
  footer: 'تصلك هذه الرسالة لأنك تشارك بهذا العنوان في دعوة الأصدقاء لدى {store}.',
};

/** All of them, English first. */
export const rewardMailLanguages: readonly [MailLanguage<RewardMailKey>, ...MailLanguage<RewardMailKey>[]] = [
  { language: 'en', direction: 'ltr', texts: english },
  { language: 'de', direction: 'ltr', texts: german },
  { language: 'ar', direction: 'rtl', texts: arabic },
];
