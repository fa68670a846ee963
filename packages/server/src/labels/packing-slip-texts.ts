/** What stands on a packing slip. */
export interface SlipTexts {
  readonly title: string;
  readonly returnNumber: string;
  readonly order: string;
  readonly lastDay: string;
  readonly to: string;
  readonly from: string;
  readonly items: string;
  readonly steps: string;
  readonly packed: string;
  readonly step1: string;
  readonly step2: string;
  readonly step3: string;
  /** With the last day in place of `{date}`. */
  readonly step4: string;
  readonly step4WithoutDay: string;
  /** With `{page}` and `{pages}`. */
  readonly page: string;
}

const english: SlipTexts = {
  title: 'Return slip',
  returnNumber: 'Return',
  order: 'Order',
  lastDay: 'Hand in by',
  to: 'Send to',
  from: 'From',
  items: 'In this parcel',
  steps: 'How to send it',
  packed: 'Tick what you have packed',
  step1: 'Pack the items so that nothing moves. The box they came in will do; remove or cover old labels.',
  step2: 'Put this page on top of the items. It tells us whose parcel it is.',
  step3: 'Write the address above on the parcel, or stick on the label if you have one.',
  step4: 'Hand the parcel in by {date} and keep the receipt until your return is settled.',
  step4WithoutDay: 'Hand the parcel in and keep the receipt until your return is settled.',
  page: 'Page {page} of {pages}',
};

const german: SlipTexts = {
  title: 'Rücksendeschein',
  returnNumber: 'Rücksendung',
  order: 'Bestellung',
  lastDay: 'Abgeben bis',
  to: 'Senden an',
  from: 'Absender',
  items: 'In diesem Paket',
  steps: 'So senden Sie zurück',
  packed: 'Haken Sie ab, was Sie eingepackt haben',
  step1:
    'Packen Sie alles so ein, dass nichts verrutscht. Der alte Karton genügt; alte Etiketten bitte entfernen oder überkleben.',
  step2: 'Legen Sie dieses Blatt obenauf. Daran erkennen wir, wessen Paket es ist.',
  step3:
    'Schreiben Sie die obige Anschrift auf das Paket oder kleben Sie das Etikett auf, wenn Sie eines haben.',
  step4:
    'Geben Sie das Paket bis {date} ab und bewahren Sie den Beleg auf, bis Ihre Rücksendung erledigt ist.',
  step4WithoutDay:
    'Geben Sie das Paket ab und bewahren Sie den Beleg auf, bis Ihre Rücksendung erledigt ist.',
  page: 'Seite {page} von {pages}',
};

const arabic: SlipTexts = {
  title: 'قسيمة إرجاع',
  returnNumber: 'رقم الإرجاع',
  order: 'رقم الطلب',
  lastDay: 'آخر موعد للتسليم',
  to: 'إلى',
  from: 'من',
  items: 'محتويات هذا الطرد',
  steps: 'طريقة الإرسال',
  packed: 'ضع علامة أمام ما وضعته في الطرد',
  step1:
    'غلّف المنتجات جيدًا بحيث لا تتحرك. يمكنك استخدام العلبة الأصلية بعد إزالة الملصقات القديمة أو تغطيتها.',
  step2: 'ضع هذه الورقة فوق المنتجات داخل الطرد لنعرف صاحبه.',
  step3: 'اكتب العنوان أعلاه على الطرد، أو ألصق عليه ملصق الشحن إن وُجد.',
  step4: 'سلّم الطرد في موعد أقصاه {date} واحتفظ بالإيصال حتى تنتهي معالجة الإرجاع.',
  step4WithoutDay: 'سلّم الطرد واحتفظ بالإيصال حتى تنتهي معالجة الإرجاع.',
  page: 'صفحة {page} من {pages}',
};

const byLanguage: Readonly<Record<string, SlipTexts>> = { en: english, de: german, ar: arabic };

/** The texts of a language; English where there are none. */
export function slipTexts(locale: string): { readonly texts: SlipTexts; readonly language: string } {
  const language = locale.split('-')[0]?.toLowerCase() ?? 'en';
  const texts = byLanguage[language];
  return texts ? { texts, language } : { texts: english, language: 'en' };
}
