import type { ReviewRejection } from '@postlude/contract';
import { frame } from '../../case-mails/frame.ts';

/** What is said about a report. */
export interface ReportTexts {
  readonly hello: string;
  readonly helloName: string;
  readonly receivedSubject: string;
  readonly received: string;
  readonly decidedSubject: string;
  readonly kept: string;
  readonly hidden: string;
  readonly authorSubject: string;
  readonly authorRejectedSubject: string;
  readonly authorReported: string;
  readonly authorHidden: string;
  readonly authorRejected: string;
  readonly authorEdit: string;
  readonly authorEditAgain: string;
  readonly page: string;
  readonly reason: string;
  readonly storeWrites: string;
  readonly byPeople: string;
  readonly disagree: string;
  readonly aboutProduct: string;
  readonly aboutShop: string;
  readonly reasons: Readonly<Record<ReviewRejection, string>>;
}

/** A language of these mails. */
export interface ReportLanguage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: ReportTexts;
}

const en: ReportTexts = {
  hello: 'Hello,',
  helloName: 'Hello {name},',
  receivedSubject: 'We have received your report',
  received:
    'Your report {id} about {what} arrived on {date}. Somebody will look at it, and we will tell you what was decided.',
  decidedSubject: 'What became of your report',
  kept: 'We looked at {what}, which you reported ({id}). It stays where it is.',
  hidden: 'We looked at {what}, which you reported ({id}). It is not shown any more.',
  authorSubject: 'Your review is not shown any more',
  authorRejectedSubject: 'Your review is not published',
  authorReported: 'This is about {what}, which you wrote. It was reported and is not shown any more.',
  authorHidden: 'This is about {what}, which you wrote. It is not shown any more.',
  authorRejected: 'This is about {what}, which you wrote. It was looked at and is not published.',
  authorEdit: 'You can still see it, and edit it, where you wrote it.',
  authorEditAgain: 'You can still see it, and edit it, where you wrote it. Then it is looked at again.',
  page: frame.en.page,
  reason: 'Reason: {reason}',
  storeWrites: 'The store writes:',
  byPeople: 'This was decided by a person, not by a machine. How many stars were given played no part.',
  disagree: 'If you do not agree, please answer the store: {contact}',
  aboutProduct: 'a review of {product}',
  aboutShop: 'a review of the shop',
  reasons: {
    spam: 'advertising or spam',
    not_about_product: 'it is not about the product',
    personal_data: 'it shows personal data',
    unlawful: 'it is against the law',
    obscene: 'it is obscene or insulting',
    rights_of_others: 'it infringes rights of others',
    conflict_of_interest: 'it was written by somebody with an interest in it',
    duplicate: 'it is there already',
  },
};

const de: ReportTexts = {
  hello: 'Guten Tag,',
  helloName: 'Guten Tag {name},',
  receivedSubject: 'Ihre Meldung ist angekommen',
  received:
    'Ihre Meldung {id} über {what} ist am {date} angekommen. Jemand sieht sie sich an, und wir sagen Ihnen, wie entschieden wurde.',
  decidedSubject: 'Was aus Ihrer Meldung geworden ist',
  kept: 'Wir haben uns {what} angesehen, wie von Ihnen gemeldet ({id}). Sie bleibt, wo sie ist.',
  hidden: 'Wir haben uns {what} angesehen, wie von Ihnen gemeldet ({id}). Sie wird nicht mehr gezeigt.',
  authorSubject: 'Ihre Bewertung wird nicht mehr gezeigt',
  authorRejectedSubject: 'Ihre Bewertung wird nicht veröffentlicht',
  authorReported: 'Es geht um {what}, die von Ihnen ist. Sie wurde gemeldet und wird nicht mehr gezeigt.',
  authorHidden: 'Es geht um {what}, die von Ihnen ist. Sie wird nicht mehr gezeigt.',
  authorRejected:
    'Es geht um {what}, die von Ihnen ist. Wir haben sie angesehen und veröffentlichen sie nicht.',
  authorEdit: 'Sie können sie weiterhin dort sehen und ändern, wo Sie sie geschrieben haben.',
  authorEditAgain:
    'Sie können sie weiterhin dort sehen und ändern, wo Sie sie geschrieben haben. Dann wird sie neu angesehen.',
  page: frame.de.page,
  reason: 'Grund: {reason}',
  storeWrites: 'Der Shop schreibt:',
  byPeople:
    'Das hat ein Mensch entschieden, keine Maschine. Wie viele Sterne vergeben wurden, spielte keine Rolle.',
  disagree: 'Sind Sie anderer Meinung, antworten Sie bitte dem Shop: {contact}',
  aboutProduct: 'eine Bewertung von {product}',
  aboutShop: 'eine Bewertung des Shops',
  reasons: {
    spam: 'Werbung oder Spam',
    not_about_product: 'es geht nicht um das Produkt',
    personal_data: 'es zeigt persönliche Daten',
    unlawful: 'es verstößt gegen das Gesetz',
    obscene: 'es ist anstößig oder beleidigend',
    rights_of_others: 'es verletzt Rechte anderer',
    conflict_of_interest: 'es wurde von jemandem mit eigenem Interesse geschrieben',
    duplicate: 'es ist schon da',
  },
};

const ar: ReportTexts = {
  hello: 'مرحبًا،',
  helloName: 'مرحبًا {name}،',
  receivedSubject: 'وصلنا بلاغك',
  received: 'وصل بلاغك {id} بشأن {what} في {date}. سيطّلع عليه أحد موظفينا ونخبرك بما تقرر.',
  decidedSubject: 'نتيجة بلاغك',
  kept: 'اطّلعنا على {what} الذي أبلغت عنه ({id}). سيبقى معروضًا.',
  hidden: 'اطّلعنا على {what} الذي أبلغت عنه ({id}). لم يعد معروضًا.',
  authorSubject: 'لم يعد تقييمك معروضًا',
  authorRejectedSubject: 'لم يُنشر تقييمك',
  authorReported: 'الأمر يتعلق بـ{what} كتبته أنت. وردنا بلاغ بشأنه ولم يعد معروضًا.',
  authorHidden: 'الأمر يتعلق بـ{what} كتبته أنت، ولم يعد معروضًا.',
  authorRejected: 'الأمر يتعلق بـ{what} كتبته أنت. اطّلعنا عليه ولن يُنشر.',
  authorEdit: 'لا يزال بإمكانك رؤيته وتعديله حيث كتبته.',
  authorEditAgain: 'لا يزال بإمكانك رؤيته وتعديله حيث كتبته، وعندها يُنظر فيه مجددًا.',
  page: frame.ar.page,
  reason: 'السبب: {reason}',
  storeWrites: 'كتب المتجر:',
  byPeople: 'اتخذ هذا القرار شخص لا آلة، ولم يكن لعدد النجوم أي دور فيه.',
  disagree: 'إن لم توافق على ذلك فتواصل مع المتجر: {contact}',
  aboutProduct: 'تقييم للمنتج {product}',
  aboutShop: 'تقييم للمتجر',
  reasons: {
    spam: 'إعلان أو محتوى مزعج',
    not_about_product: 'لا يتعلق بالمنتج',
    personal_data: 'يكشف بيانات شخصية',
    unlawful: 'مخالف للقانون',
    obscene: 'فاحش أو مهين',
    rights_of_others: 'يمس حقوق الغير',
    conflict_of_interest: 'كتبه شخص له مصلحة فيه',
    duplicate: 'موجود من قبل',
  },
};

/** The languages these mails are written in; the first is the one of everybody else. */
export const reportLanguages: readonly [ReportLanguage, ...ReportLanguage[]] = [
  { language: 'en', direction: 'ltr', texts: en },
  { language: 'de', direction: 'ltr', texts: de },
  { language: 'ar', direction: 'rtl', texts: ar },
];
