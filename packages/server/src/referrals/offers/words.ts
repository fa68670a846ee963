import type { OfferClosed } from '@postlude/contract';

/** What a friend is told who cannot have the offer: why, kindly, and what they can do instead. */
interface OfferTexts {
  readonly closed: Readonly<Record<OfferClosed, string>>;
  /** The offer was taken. */
  readonly claimed: string;
  /** It was taken, and there is no code of the friend's own. */
  readonly mention: string;
  /** The friend gets something that is no code. */
  readonly credit: string;
  /** The shop makes the code. */
  readonly waiting: string;
  /** The friend’s reward was taken back. */
  readonly revoked: string;
  readonly redeemed: string;
}

const en: OfferTexts = {
  closed: {
    code_unknown:
      'We do not know this code. Please check it with who gave it to you, or open their link again.',
    not_started: 'This offer has not begun yet. Please come back a little later.',
    programme_ended: 'This offer has ended. You are welcome in the shop all the same.',
    paused: 'This offer is taking a break. Please come back a little later.',
    all_given: 'Everything there was to give has been given. You are welcome in the shop all the same.',
    none_left: 'All codes are taken at the moment, and the shop knows. Please try again tomorrow.',
    country_closed: 'This offer does not reach your country yet. You are welcome in the shop all the same.',
    own_link: 'This is your own invitation. Pass it on: it works for your friends.',
    existing_customer:
      'How nice, you are a customer already. This offer is for the first order; you can invite friends yourself.',
  },
  claimed: 'It is yours. Use this code when you order.',
  mention: 'Use this code when you order, so that your friend gets something too.',
  credit:
    'It is yours, without a code of your own. Use this one when you order, so that the shop knows who sent you.',
  waiting: 'Your code is being made. It will be here in a moment.',
  revoked: 'This code was taken back.',
  redeemed: 'You have used this code already.',
};

const de: OfferTexts = {
  closed: {
    code_unknown:
      'Diesen Code kennen wir nicht. Bitte vergleichen Sie ihn noch einmal, oder öffnen Sie den Link erneut.',
    not_started: 'Dieses Angebot hat noch nicht begonnen. Bitte schauen Sie etwas später wieder vorbei.',
    programme_ended: 'Dieses Angebot ist zu Ende. Im Shop sind Sie trotzdem herzlich willkommen.',
    paused: 'Dieses Angebot macht gerade Pause. Bitte schauen Sie etwas später wieder vorbei.',
    all_given: 'Es ist alles vergeben, was es gab. Im Shop sind Sie trotzdem herzlich willkommen.',
    none_left:
      'Im Moment sind alle Codes vergeben, der Shop weiß davon. Bitte versuchen Sie es morgen noch einmal.',
    country_closed:
      'Dieses Angebot gilt in Ihrem Land noch nicht. Im Shop sind Sie trotzdem herzlich willkommen.',
    own_link: 'Das ist Ihre eigene Einladung. Geben Sie sie weiter: Für Ihre Freunde gilt sie.',
    existing_customer:
      'Wie schön, Sie haben hier schon bestellt. Dieses Angebot gilt für die erste Bestellung; Sie können selbst Freunde einladen.',
  },
  claimed: 'Das gehört jetzt Ihnen. Geben Sie diesen Code bei der Bestellung ein.',
  mention:
    'Geben Sie diesen Code bei der Bestellung ein, damit auch Ihr Freund oder Ihre Freundin etwas bekommt.',
  credit:
    'Das gehört jetzt Ihnen, ohne eigenen Code. Geben Sie diesen bei der Bestellung ein, damit der Shop weiß, wer Sie geschickt hat.',
  waiting: 'Ihr Code wird gerade erstellt. Gleich ist er hier.',
  revoked: 'Dieser Code wurde zurückgenommen.',
  redeemed: 'Diesen Code haben Sie schon benutzt.',
};

const ar: OfferTexts = {
  closed: {
    code_unknown: 'لا نعرف هذا الرمز. تحقّق منه مع من أعطاك إياه، أو افتح الرابط مرة أخرى.',
    not_started: 'لم يبدأ هذا العرض بعد. عد بعد قليل من فضلك.',
    programme_ended: 'انتهى هذا العرض. ونرحّب بك في المتجر على أي حال.',
    paused: 'هذا العرض متوقف مؤقتًا. عد بعد قليل من فضلك.',
    all_given: 'نفد كل ما كان متاحًا. ونرحّب بك في المتجر على أي حال.',
    none_left: 'كل الرموز مأخوذة الآن، والمتجر يعلم بذلك. حاول غدًا من فضلك.',
    country_closed: 'لا يصل هذا العرض إلى بلدك بعد. ونرحّب بك في المتجر على أي حال.',
    own_link: 'هذه دعوتك أنت. مرّرها إلى أصدقائك فهي تعمل لهم.',
    existing_customer: 'يسعدنا أنك عميل لدينا بالفعل. هذا العرض للطلب الأول، ويمكنك أن تدعو أصدقاءك بنفسك.',
  },
  claimed: 'أصبح لك. استخدم هذا الرمز عند الطلب.',
  mention: 'استخدم هذا الرمز عند الطلب ليحصل صديقك على شيء أيضًا.',
  credit: 'أصبح لك دون رمز خاص بك. استخدم هذا الرمز عند الطلب ليعرف المتجر من أرسلك.',
  waiting: 'رمزك قيد الإعداد، وسيظهر هنا بعد لحظات.',
  revoked: 'سُحب هذا الرمز.',
  redeemed: 'لقد استخدمت هذا الرمز من قبل.',
};

const texts: Readonly<Record<string, OfferTexts>> = { en, de, ar };

/** What friends are told, in English where their language is not spoken. */
export const offerTexts = (locale: string): OfferTexts =>
  texts[locale.split(/[-_]/u)[0]?.toLowerCase() ?? ''] ?? en;
