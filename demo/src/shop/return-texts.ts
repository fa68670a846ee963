import type { Language } from './languages.ts';

/** The shop's own texts about sending back, withdrawing and standing behind it. The widgets' are the widgets'. */
export interface ReturnTexts {
  readonly returns: string;
  readonly returnsTitle: string;
  readonly returnsText: string;
  readonly returnsHint: string;
  readonly giftHint: string;
  readonly giftTitle: string;
  readonly giftText: string;
  readonly giftReceipt: string;
  readonly giftOpen: string;
  readonly sendBack: string;
  readonly withdraw: string;
  readonly withdrawText: string;
  readonly withdrawHint: string;
  readonly withdrawPlain: string;
  readonly subtotal: string;
  readonly discount: string;
  readonly shipping: string;
  readonly taxIncluded: string;
  readonly taxOnTop: string;
  readonly free: string;
  readonly warranty: string;
  readonly warrantyTitle: string;
  readonly warrantyText: string;
  readonly warrantyHint: string;
}

/** The texts in each language. `withdraw` is the label Directive 2011/83/EU, Article 11a, asks for. */
export const returnTexts: Readonly<Record<Language, ReturnTexts>> = {
  en: {
    returns: 'Returns',
    returnsTitle: 'Send something back',
    returnsText: 'Thirty days from delivery. No account needed, and no question that does not help.',
    returnsHint: 'Try order {number} with {contact}.',
    giftHint: 'Or open a gift without its prices: {link}.',
    giftTitle: 'A gift for you',
    giftText: 'You see no prices, and whoever gave it to you is not told.',
    giftReceipt: 'What the packing slip prints for the receiver',
    giftOpen: 'order {number}, gift code {code}',
    sendBack: 'Return or exchange',
    withdraw: 'Withdraw from contract here',
    withdrawText: 'Your right within fourteen days from delivery. No account and no reason needed.',
    withdrawHint: 'Try the name of anybody, order {number} and an address that ends in example.com.',
    withdrawPlain: 'The same as a plain page, without JavaScript',
    subtotal: 'Goods',
    discount: 'Code {code}',
    shipping: 'Shipping',
    taxIncluded: 'Tax included',
    taxOnTop: 'Tax',
    free: 'free',
    warranty: 'Warranty',
    warrantyTitle: 'We stand behind it',
    warrantyText:
      'Register a lamp, see what covers it until when, and have it repaired. Your legal rights never depend on it.',
    warrantyHint:
      'Try order {number} with {contact}, or register something bought elsewhere: search “Mushroom”, or scan {gtin}.',
  },
  de: {
    returns: 'Rücksendung',
    returnsTitle: 'Etwas zurückgeben',
    returnsText: 'Dreißig Tage ab Zustellung. Ohne Konto, und ohne Fragen, die nicht helfen.',
    returnsHint: 'Versuchen Sie Bestellung {number} mit {contact}.',
    giftHint: 'Oder ein Geschenk ohne seine Preise öffnen: {link}.',
    giftTitle: 'Ein Geschenk für Sie',
    giftText: 'Sie sehen keine Preise, und wer es Ihnen geschenkt hat, erfährt nichts.',
    giftReceipt: 'Was der Lieferschein für die Beschenkten druckt',
    giftOpen: 'Bestellung {number}, Geschenkcode {code}',
    sendBack: 'Zurückgeben oder umtauschen',
    withdraw: 'Vertrag hier widerrufen',
    withdrawText: 'Ihr Recht binnen vierzehn Tagen ab Zustellung. Ohne Konto und ohne Grund.',
    withdrawHint: 'Versuchen Sie irgendeinen Namen, Bestellung {number} und eine Adresse bei example.com.',
    withdrawPlain: 'Dasselbe als einfache Seite, ohne JavaScript',
    subtotal: 'Waren',
    discount: 'Code {code}',
    shipping: 'Versand',
    taxIncluded: 'Enthaltene Steuer',
    taxOnTop: 'Steuer',
    free: 'kostenlos',
    warranty: 'Garantie',
    warrantyTitle: 'Wir stehen dafür ein',
    warrantyText:
      'Lampe registrieren, sehen, was sie bis wann abdeckt, und reparieren lassen. Ihre gesetzlichen Rechte hängen nie davon ab.',
    warrantyHint:
      'Versuchen Sie Bestellung {number} mit {contact}, oder registrieren Sie anderswo Gekauftes: „Mushroom“ suchen oder {gtin} scannen.',
  },
  ar: {
    returns: 'الإرجاع',
    returnsTitle: 'إرجاع شيء',
    returnsText: 'ثلاثون يومًا من التسليم. من دون حساب، ومن دون أسئلة لا تفيد.',
    returnsHint: 'جرّب الطلب {number} مع {contact}.',
    giftHint: 'أو افتح هدية من دون أسعارها: {link}.',
    giftTitle: 'هدية لك',
    giftText: 'لا ترى أسعارًا، ولا يُخبَر من أهداك.',
    giftReceipt: 'ما تطبعه قسيمة التعبئة لمتلقّي الهدية',
    giftOpen: 'الطلب {number}، رمز الهدية {code}',
    sendBack: 'إرجاع أو استبدال',
    withdraw: 'الانسحاب من العقد هنا',
    withdrawText: 'حقّك خلال أربعة عشر يومًا من التسليم. من دون حساب ومن دون سبب.',
    withdrawHint: 'جرّب أي اسم والطلب {number} وعنوانًا ينتهي بـ example.com.',
    withdrawPlain: 'الشيء نفسه كصفحة بسيطة من دون JavaScript',
    subtotal: 'البضائع',
    discount: 'الرمز {code}',
    shipping: 'الشحن',
    taxIncluded: 'الضريبة المشمولة',
    taxOnTop: 'الضريبة',
    free: 'مجاني',
    warranty: 'الضمان',
    warrantyTitle: 'نقف خلف ما نبيع',
    warrantyText: 'سجّل مصباحًا واعرف ما يشمله وحتى متى، واطلب إصلاحه. حقوقك القانونية لا تتوقف على ذلك أبدًا.',
    warrantyHint:
      'جرّب الطلب {number} مع {contact}، أو سجّل ما اشتريته من مكان آخر: ابحث عن «Mushroom» أو امسح {gtin}.',
  },
};

type Hint = readonly [en: string, de: string, ar: string];

/** What to try with each order of the returns group. */
const hints: Readonly<Record<string, Hint>> = {
  'return-three': [
    'Send two of three back: one for store credit, one exchanged, with a photo. Then approve and receive it at the desk.',
    'Zwei von drei zurückgeben: eines als Gutschein, eines umgetauscht, mit Foto. Dann am Tresen annehmen.',
    'أرجِع اثنين من ثلاثة: واحد مقابل رصيد وواحد للاستبدال، مع صورة. ثم وافق واستلم من المكتب.',
  ],
  'return-small': [
    'Store credit up to €100 is approved at once. The bulb is worth so little that you keep it.',
    'Gutschein bis 100 € wird sofort genehmigt. Die Glühbirne dürfen Sie behalten.',
    'رصيد المتجر حتى 100 يورو يُقبل فورًا. واللمبة رخيصة فتحتفظ بها.',
  ],
  'return-cancel': [
    'Nothing has left yet: cancel a part of it.',
    'Noch nichts unterwegs: einen Teil stornieren.',
    'لم يُشحن شيء بعد: ألغِ جزءًا منه.',
  ],
  'return-ended': [
    'Closed, with the day it ended and how that was counted.',
    'Geschlossen, mit dem letzten Tag und wie er gezählt wurde.',
    'مغلق، مع اليوم الذي انتهت فيه المهلة وكيف حُسب.',
  ],
  'return-final-sale': [
    'One item was sold as final, the other one can go back.',
    'Ein Stück ist vom Umtausch ausgeschlossen, das andere nicht.',
    'قطعة بيعها نهائي، والأخرى تُرجَع.',
  ],
  'return-gift': [
    'Open it with the code from the packing slip: no prices, and the giver is not told.',
    'Mit dem Code vom Lieferschein öffnen: keine Preise, und niemand erfährt davon.',
    'افتحه بالرمز من قسيمة التعبئة: بلا أسعار، ولا يُخبَر المُهدي.',
  ],
  'return-dinar': [
    'Three decimals, a discount and paid shipping: look how the sum comes about.',
    'Drei Nachkommastellen, Rabatt und Versand: sehen, wie die Summe entsteht.',
    'ثلاث خانات عشرية وخصم وشحن مدفوع: انظر كيف يتكوّن المبلغ.',
  ],
  'return-tax-on-top': [
    'Tax on top of the price. From here only your own carrier goes back.',
    'Steuer kommt auf den Preis. Von hier nur mit eigenem Versand.',
    'الضريبة فوق السعر. من هنا بالشحن الخاص فقط.',
  ],
  'return-states': [
    'Seven returns: requested, approved, on its way, received, settled, declined, and one with a question.',
    'Sieben Rückgaben: angefragt, genehmigt, unterwegs, angekommen, erledigt, abgelehnt und eine mit Rückfrage.',
    'سبعة طلبات إرجاع: مقدَّم، ومقبول، وفي الطريق، ومستلَم، ومنجَز، ومرفوض، وواحد مع سؤال.',
  ],
  'warranty-fresh': [
    'One tap for the pendant; the two dome lamps ask for a serial number: VD-2043-KX and VD-2044-KX. Mistype one.',
    'Ein Tipp für die Pendelleuchte; die Dome-Lampen fragen nach der Seriennummer: VD-2043-KX und VD-2044-KX. Vertippen erlaubt.',
    'نقرة واحدة للمصباح المعلّق، ومصباحا القبة يطلبان الرقم التسلسلي: VD-2043-KX وVD-2044-KX. جرّب خطأً في الكتابة.',
  ],
  'warranty-broken': [
    'It flickers: say so, try the first help, file a claim, and make a quote at the desk.',
    'Sie flackert: melden, erste Hilfe versuchen, Anspruch stellen, am Tresen ein Angebot machen.',
    'المصباح يومض: أبلغ عن ذلك، وجرّب الحل الأول، وقدّم مطالبة، ثم أعدّ عرض سعر من المكتب.',
  ],
  'warranty-states': [
    'A quote waits for your answer. Accept it, and play the workshop at the desk to the new end of the guarantee.',
    'Ein Angebot wartet auf Antwort. Annehmen und am Tresen die Werkstatt spielen, bis zum neuen Ende der Gewährleistung.',
    'عرض سعر ينتظر ردك. اقبله وقم بدور الورشة من المكتب حتى النهاية الجديدة للضمان.',
  ],
  'review-due': [
    'Review three lamps in one sitting, one with a photo. Then read them at the desk and see them on the lamp’s page.',
    'Drei Lampen in einem Zug bewerten, eine mit Foto. Dann am Tresen lesen und auf der Seite der Lampe sehen.',
    'قيّم ثلاثة مصابيح دفعة واحدة، أحدها مع صورة. ثم اقرأها في المكتب وشاهدها في صفحة المصباح.',
  ],
  'referral-share': [
    'Take part, open your link in another browser, claim, and buy at the till there. Deliver that order, move the clock on a month: the code is here.',
    'Mitmachen, den Link in einem anderen Browser öffnen, einlösen und dort an der Kasse kaufen. Zustellen, Uhr einen Monat vor: Ihr Code ist da.',
    'شارك، وافتح رابطك في متصفح آخر، واستلم العرض واشترِ هناك. سلّم ذلك الطلب وقدّم الساعة شهرًا: يظهر رمزك هنا.',
  ],
  'referral-states': [
    'One counted, one waits for the end of returns, one gave the lamp back, one looks like the shopper: the desk decides.',
    'Eine zählt, eine wartet auf das Ende der Rückgabe, eine gab zurück, eine sieht nach Ihnen selbst aus: der Tresen entscheidet.',
    'واحدة احتُسبت، وأخرى تنتظر انتهاء مهلة الإرجاع، وثالثة أعادت المصباح، ورابعة تشبهك: المكتب يقرر.',
  ],
  'referral-friend': [
    'Refund it in the panel: the recommendation is void, once.',
    'Im Panel erstatten: die Empfehlung ist hinfällig, genau einmal.',
    'أعد المبلغ من اللوحة: تبطل التوصية، مرة واحدة.',
  ],
  'review-soon': [
    'Move the clock on by a week: now it asks. Send a lamp back first, and it waits; the desk says why.',
    'Uhr eine Woche vorstellen: jetzt wird gefragt. Vorher eine Lampe zurücksenden, und es wartet; der Tresen sagt, warum.',
    'قدّم الساعة أسبوعًا: الآن نسأل. أرجِع مصباحًا قبل ذلك فننتظر، ويشرح المكتب السبب.',
  ],
};

/** What to try with an order; null where its state says enough. */
export function hintOf(story: string, language: Language): string | null {
  const hint = hints[story];
  if (!hint) return null;
  const [en, de, ar] = hint;
  return { en, de, ar }[language];
}
