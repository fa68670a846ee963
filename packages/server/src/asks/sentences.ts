import type { AskKind, AskReason, AskState } from '@postlude/contract';

/** One for all kinds, or one for some of them and one for the others. */
export type ByKind<Words = string> = Words | ({ readonly other: Words } & Partial<Record<AskKind, Words>>);

/**
 * Every sentence a decision is explained in. Each language has all of them, whole: only days and numbers are put in, which come
 * written for the language. A sentence that is missing is a type error.
 */
export interface AskSentences {
  /** The language of days. */
  readonly tag: string;
  readonly since: Readonly<Record<AskState, (day: string, why: string) => string>>;
  readonly reasons: Readonly<Record<AskReason, ByKind>>;
  /** With the number of the return, claim or withdrawal. */
  readonly numbered: Partial<Record<AskReason, ByKind<(number: string) => string>>>;
  readonly again: (day: string) => string;
  /** Where an event decides. */
  readonly when: Partial<Record<AskReason, string>>;
}

/** In English. */
export const english: AskSentences = {
  tag: 'en-GB',
  since: {
    due: (day, why) => `Due since ${day}: ${why}.`,
    held: (day, why) => `Held since ${day}: ${why}.`,
    capped: (day, why) => `Put off since ${day}: ${why}.`,
    ended: (day, why) => `Ended on ${day}: ${why}.`,
  },
  reasons: {
    time_has_come: {
      registration: 'the item has arrived',
      media: 'the review is public',
      referral: 'the shopper is content, and nothing of theirs is open',
      other: 'the days of use are over',
    },
    waited_again: 'the wait after a return, claim or repair is over',
    not_delivered: 'not every unit of the item has been delivered',
    in_use: { media: 'the review became public a short while ago', other: 'the days of use are not over' },
    return_open: {
      referral: 'a return of this shopper is open',
      other: 'a return is open on this item',
    },
    claim_open: { referral: 'a claim of this shopper is open', other: 'a claim is open on this item' },
    waiting_again: {
      referral: 'a return or claim of this shopper was closed a short while ago',
      other: 'a return or claim about this item was closed a short while ago',
    },
    review_not_public: 'the review is not public yet',
    not_happy_yet: 'nothing has told yet that this shopper is content',
    another_first: 'it gives way to other asks',
    asked_this_week: 'this shopper was asked for something within the last seven days',
    resting: 'this shopper dismissed two asks of this kind, which rests for ninety days',
    asked_lately: 'this shopper was asked for it within the last ninety days',
    answered: 'the shopper has done it',
    done_already: 'the shopper had done it without being asked',
    order_cancelled: 'the order was cancelled before anything of the item was delivered',
    never_kept: 'every unit was returned or refunded before one was delivered',
    handed_over: 'the item belongs to somebody else now',
    switched_off: 'the store does not ask this',
    nothing_to_ask: 'there is nothing to ask about this item',
    ran_out: 'its time is over',
  },
  numbered: {
    return_open: {
      referral: (number) => `${number} of this shopper is open`,
      other: (number) => `return ${number} is open on this item`,
    },
    claim_open: {
      referral: (number) => `claim ${number} of this shopper is open`,
      other: (number) => `claim ${number} is open on this item`,
    },
    waiting_again: {
      referral: (number) => `${number} of this shopper was closed a short while ago`,
      other: (number) => `${number} about this item was closed a short while ago`,
    },
  },
  again: (day) => `Looked at again on ${day}.`,
  when: {
    return_open: 'Looked at again when it closes.',
    claim_open: 'Looked at again when it closes.',
    not_delivered: 'Looked at again when its delivery is known.',
    not_happy_yet: 'Looked at again when something does.',
    another_first: 'Looked at again when they were answered or have had their week.',
  },
};

/** In German. */
export const german: AskSentences = {
  tag: 'de',
  since: {
    due: (day, why) => `Fällig seit ${day}: ${why}.`,
    held: (day, why) => `Zurückgehalten seit ${day}: ${why}.`,
    capped: (day, why) => `Aufgeschoben seit ${day}: ${why}.`,
    ended: (day, why) => `Beendet am ${day}: ${why}.`,
  },
  reasons: {
    time_has_come: {
      registration: 'der Artikel ist da',
      media: 'die Bewertung ist öffentlich',
      referral: 'diese Person ist zufrieden, und nichts von ihr ist offen',
      other: 'die Tage der Nutzung sind um',
    },
    waited_again: 'die Wartezeit nach Rückgabe, Garantiefall oder Reparatur ist um',
    not_delivered: 'der Artikel ist noch nicht vollständig zugestellt',
    in_use: {
      media: 'die Bewertung ist erst seit Kurzem öffentlich',
      other: 'die Tage der Nutzung sind noch nicht um',
    },
    return_open: {
      referral: 'eine Rückgabe dieser Person ist offen',
      other: 'zu diesem Artikel ist eine Rückgabe offen',
    },
    claim_open: {
      referral: 'ein Garantiefall dieser Person ist offen',
      other: 'zu diesem Artikel ist ein Garantiefall offen',
    },
    waiting_again: {
      referral: 'ein Vorgang dieser Person wurde erst vor Kurzem abgeschlossen',
      other: 'ein Vorgang zu diesem Artikel wurde erst vor Kurzem abgeschlossen',
    },
    review_not_public: 'die Bewertung ist noch nicht öffentlich',
    not_happy_yet: 'noch spricht nichts dafür, dass diese Person zufrieden ist',
    another_first: 'andere Bitten haben Vorrang',
    asked_this_week: 'in den letzten sieben Tagen wurde hier schon um etwas gebeten',
    resting: 'zwei Bitten dieser Art wurden weggeklickt, die nun neunzig Tage ruht',
    asked_lately: 'in den letzten neunzig Tagen wurde hier schon darum gebeten',
    answered: 'es ist geschehen, worum gebeten wurde',
    done_already: 'es war schon ohne Bitte geschehen',
    order_cancelled: 'die Bestellung wurde storniert, bevor etwas von dem Artikel zugestellt war',
    never_kept: 'alles wurde zurückgegeben oder erstattet, bevor etwas zugestellt war',
    handed_over: 'der Artikel gehört jetzt jemand anderem',
    switched_off: 'der Shop bittet darum nicht',
    nothing_to_ask: 'zu diesem Artikel gibt es nichts zu bitten',
    ran_out: 'die Zeit dafür ist um',
  },
  numbered: {
    return_open: {
      referral: (number) => `${number} dieser Person ist offen`,
      other: (number) => `Rückgabe ${number} zu diesem Artikel ist offen`,
    },
    claim_open: {
      referral: (number) => `Garantiefall ${number} dieser Person ist offen`,
      other: (number) => `Garantiefall ${number} zu diesem Artikel ist offen`,
    },
    waiting_again: {
      referral: (number) => `${number} dieser Person wurde erst vor Kurzem abgeschlossen`,
      other: (number) => `${number} zu diesem Artikel wurde erst vor Kurzem abgeschlossen`,
    },
  },
  again: (day) => `Nächster Blick am ${day}.`,
  when: {
    return_open: 'Nächster Blick nach dem Abschluss.',
    claim_open: 'Nächster Blick nach dem Abschluss.',
    not_delivered: 'Nächster Blick, sobald die Zustellung bekannt ist.',
    not_happy_yet: 'Nächster Blick, sobald es so ist.',
    another_first: 'Nächster Blick, wenn sie beantwortet sind oder ihre Woche hatten.',
  },
};

/** In Arabic. */
export const arabic: AskSentences = {
  tag: 'ar',
  since: {
    due: (day, why) => `مستحق منذ ${day}: ${why}.`,
    held: (day, why) => `موقوف منذ ${day}: ${why}.`,
    capped: (day, why) => `مؤجل منذ ${day}: ${why}.`,
    ended: (day, why) => `انتهى في ${day}: ${why}.`,
  },
  reasons: {
    time_has_come: {
      registration: 'وصل المنتج',
      media: 'التقييم منشور',
      referral: 'المتسوق راضٍ ولا شيء مفتوح لديه',
      other: 'انتهت أيام الاستخدام',
    },
    waited_again: 'انتهت مدة الانتظار بعد إرجاع أو مطالبة أو إصلاح',
    not_delivered: 'لم تُسلَّم كل وحدات المنتج بعد',
    in_use: { media: 'نُشر التقييم قبل وقت قصير', other: 'لم تنته أيام الاستخدام بعد' },
    return_open: { referral: 'لدى هذا المتسوق إرجاع مفتوح', other: 'لهذا المنتج إرجاع مفتوح' },
    claim_open: { referral: 'لدى هذا المتسوق مطالبة مفتوحة', other: 'لهذا المنتج مطالبة مفتوحة' },
    waiting_again: {
      referral: 'أُغلق إرجاع أو مطالبة لهذا المتسوق قبل وقت قصير',
      other: 'أُغلق إرجاع أو مطالبة بشأن هذا المنتج قبل وقت قصير',
    },
    review_not_public: 'لم يُنشر التقييم بعد',
    not_happy_yet: 'لا شيء يدل بعد على أن هذا المتسوق راضٍ',
    another_first: 'تتقدم عليه طلبات أخرى',
    asked_this_week: 'طُلب من هذا المتسوق شيء في الأيام السبعة الماضية',
    resting: 'تجاهل هذا المتسوق طلبين من هذا النوع، فيتوقف تسعين يومًا',
    asked_lately: 'طُلب ذلك من هذا المتسوق في الأيام التسعين الماضية',
    answered: 'فعل المتسوق ما طُلب منه',
    done_already: 'فعله المتسوق من دون أن يُطلب منه',
    order_cancelled: 'أُلغي الطلب قبل تسليم أي شيء من المنتج',
    never_kept: 'أُرجعت كل الوحدات أو رُدّ ثمنها قبل تسليم أي منها',
    handed_over: 'صار المنتج لشخص آخر',
    switched_off: 'لا يطلب المتجر ذلك',
    nothing_to_ask: 'لا شيء يُطلب بشأن هذا المنتج',
    ran_out: 'انتهى وقته',
  },
  numbered: {
    return_open: {
      referral: (number) => `لدى هذا المتسوق ${number} مفتوح`,
      other: (number) => `الإرجاع ${number} مفتوح لهذا المنتج`,
    },
    claim_open: {
      referral: (number) => `لدى هذا المتسوق المطالبة ${number} مفتوحة`,
      other: (number) => `المطالبة ${number} مفتوحة لهذا المنتج`,
    },
    waiting_again: {
      referral: (number) => `أُغلق ${number} لهذا المتسوق قبل وقت قصير`,
      other: (number) => `أُغلق ${number} بشأن هذا المنتج قبل وقت قصير`,
    },
  },
  again: (day) => `يُنظر فيه مجددًا في ${day}.`,
  when: {
    return_open: 'يُنظر فيه مجددًا عند إغلاقه.',
    claim_open: 'يُنظر فيه مجددًا عند إغلاقها.',
    not_delivered: 'يُنظر فيه مجددًا عند معرفة التسليم.',
    not_happy_yet: 'يُنظر فيه مجددًا عندما يدل شيء على ذلك.',
    another_first: 'يُنظر فيه مجددًا بعد الإجابة عنها أو مرور أسبوعها.',
  },
};
