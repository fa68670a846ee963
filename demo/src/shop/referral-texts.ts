import type { Language } from './languages.ts';

/** The shop's own texts about recommending it. The widgets' are the widgets'. */
export interface ReferralTexts {
  readonly referral: string;
  readonly friends: string;
  readonly friendsTitle: string;
  readonly friendsText: string;
  readonly friendsHint: string;
  readonly till: string;
  readonly tillText: string;
  readonly tillName: string;
  readonly tillEmail: string;
  readonly tillCode: string;
  readonly tillBuy: string;
  readonly tillUnknown: string;
}

/** The texts in each language. */
export const referralTexts: Readonly<Record<Language, ReferralTexts>> = {
  en: {
    referral: 'Recommend us',
    friends: 'Friends',
    friendsTitle: 'Welcome, friend',
    friendsText: 'Somebody who has one of our lamps thought of you.',
    friendsHint: 'Take part on order {number} first; its link leads here.',
    till: 'The till',
    tillText: 'A dome lamp for €129. Use the code from above, as on any shop’s checkout.',
    tillName: 'Name',
    tillEmail: 'E-mail',
    tillCode: 'Discount code',
    tillBuy: 'Buy the lamp',
    tillUnknown: 'The till does not know this code. Nothing was ordered.',
  },
  de: {
    referral: 'Weiterempfehlen',
    friends: 'Freunde',
    friendsTitle: 'Willkommen',
    friendsText: 'Jemand mit einer unserer Lampen hat an Sie gedacht.',
    friendsHint: 'Zuerst bei Bestellung {number} mitmachen; der Link führt hierher.',
    till: 'Die Kasse',
    tillText: 'Eine Dome-Lampe für 129 €. Mit dem Code von oben, wie an jeder Kasse.',
    tillName: 'Name',
    tillEmail: 'E-Mail',
    tillCode: 'Rabattcode',
    tillBuy: 'Lampe kaufen',
    tillUnknown: 'Die Kasse kennt diesen Code nicht. Es wurde nichts bestellt.',
  },
  ar: {
    referral: 'أوصِ بنا',
    friends: 'الأصدقاء',
    friendsTitle: 'أهلًا بك',
    friendsText: 'شخص لديه أحد مصابيحنا فكّر بك.',
    friendsHint: 'شارك أولًا من الطلب {number}، فرابطه يقود إلى هنا.',
    till: 'الدفع',
    tillText: 'مصباح قبة بسعر 129 يورو. استخدم الرمز أعلاه كما في أي متجر.',
    tillName: 'الاسم',
    tillEmail: 'البريد الإلكتروني',
    tillCode: 'رمز الخصم',
    tillBuy: 'اشترِ المصباح',
    tillUnknown: 'هذا الرمز غير معروف. لم يُطلب شيء.',
  },
};
