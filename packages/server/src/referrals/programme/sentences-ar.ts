import { counting } from '../../policy/sentences.ts';
import type { NamedReward, ReferralSentences } from './sentences.ts';

const of = counting('ar');

const days = of({
  one: 'يوم واحد',
  two: 'يومين',
  few: '# أيام',
  many: '# يومًا',
  other: '# يوم',
});
const friends = of({
  one: 'صديق واحد',
  two: 'صديقين',
  few: '# أصدقاء',
  many: '# صديقًا',
  other: '# صديق',
});
const ordersOf = of({
  one: 'طلب واحد',
  two: 'طلبان',
  few: '# طلبات',
  many: '# طلبًا',
  other: '# طلب',
});

const off = ({ kind, label }: NamedReward, order: string): string =>
  `${label} ${kind === 'product' || kind === 'store_credit' ? 'مع' : 'على'} ${order}`;
const your = (first: boolean): string => (first ? 'طلبك الأول' : 'طلبك');
const theirs = (first: boolean): string => (first ? 'الطلب الأول' : 'الطلب');

/** Arabic. */
export const arabic: ReferralSentences = {
  label: {
    amount: (sum) => `خصم ${sum}`,
    percent: (percent) => `خصم ${percent}`,
    freeShipping: 'شحن مجاني',
    product: (title) => `${title} مجانًا`,
    storeCredit: (sum) => `رصيد ${sum}`,
  },
  offer: (advocate, reward, first) =>
    reward
      ? `هدية من ${advocate ?? 'صديق'}: ${off(reward, your(first))}`
      : `توصية بمتجرنا من ${advocate ?? 'صديق'}`,
  both: (advocate, friend, first) => `لك ${advocate} عن كل صديق، ولصديقك ${off(friend, theirs(first))}`,
  onlyAdvocate: (advocate) => `لك ${advocate} عن كل صديق يطلب`,
  onlyFriend: (friend, first) => `لصديقك ${off(friend, theirs(first))}`,
  takePart: {
    order: (orders) =>
      orders === 1
        ? 'يمكن لكل من طلب من هنا دعوة الأصدقاء.'
        : `يمكن دعوة الأصدقاء لمن له ${ordersOf(orders)} هنا.`,
    delivery: (orders) =>
      orders === 1
        ? 'يمكن لكل من وصل طلبه دعوة الأصدقاء.'
        : `يمكن دعوة الأصدقاء لمن وصل إليه من هنا: ${ordersOf(orders)}.`,
  },
  friendGets: (reward, first) => `يحصل الصديق على ${off(reward, theirs(first))}.`,
  friendGetsNothing: 'لا يحصل الصديق على شيء إضافي.',
  advocateGets: (label) => `يحصل صاحب الدعوة على ${label} عن كل صديق يطلب.`,
  advocateGetsNothing: 'لا يحصل صاحب الدعوة على شيء.',
  minimum: (sums) => `يجب ألا يقل طلب الصديق عن ${sums} بعد الخصومات ومن دون الشحن.`,
  firstOrderOnly: 'للأصدقاء الذين لم يطلبوا من هنا من قبل فقط.',
  anyOrder: 'للأصدقاء الذين طلبوا من هنا من قبل أيضًا.',
  orderWithin: (count) => `على الصديق أن يطلب خلال ${days(count)} من قبول العرض.`,
  afterReturns: 'تأتي مكافأة الدعوة عندما لا يعود بإمكان الصديق إرجاع شيء من الطلب.',
  afterDays: (count) => `تأتي مكافأة الدعوة بعد ${days(count)} من دفع ثمن طلب الصديق.`,
  atOnce: 'تأتي مكافأة الدعوة فور دفع ثمن طلب الصديق.',
  perAdvocate: (count) => `يكافأ صاحب الدعوة عن ${friends(count)} على الأكثر.`,
  perMonth: (count) => `يكافأ صاحب الدعوة في الشهر الواحد عن ${friends(count)} على الأكثر.`,
  perProgramme: (count) => `تعطى المكافآت في المجموع عن ${friends(count)}، ثم يكتمل البرنامج.`,
  countries: (list) => `للطلبات المرسلة إلى: ${list}.`,
  currencies: (list) => `للطلبات بعملة: ${list}.`,
  from: (moment) => `يبدأ البرنامج في ${moment}.`,
  untilDay: (day) => `يستمر البرنامج حتى نهاية ${day}. وما قُبل حتى ذلك الحين يبقى صالحًا.`,
  untilMoment: (moment) => `ينتهي البرنامج في ${moment}. وما قُبل حتى ذلك الحين يبقى صالحًا.`,
  email:
    'يذكر الصديق بريدًا إلكترونيًا قبل أن يحصل على الرمز. به يُعرف من طلب من هنا من قبل، ولا يُستخدم لشيء آخر.',
  oncePerFriend: 'يُحسب كل صديق مرة واحدة، ولا يمكن لأحد أن يدعو نفسه.',
  void: (minimum) =>
    minimum
      ? 'لا يُحسب الطلب الذي يُلغى أو يُرجع أو يقل بالإرجاع عن الحد الأدنى.'
      : 'لا يُحسب الطلب الذي يُلغى أو يُرجع.',
  watched: (count) =>
    `ما لا يبدو توصية حقيقية ننظر فيه بأنفسنا خلال ${days(count)} على الأكثر، وما يتضح أنه ليس كذلك لا يُحسب.`,
};
