import type { RewardSide, RewardState } from '@postlude/contract';

/** What staff read of a referral's story beside what the referral itself says. */
export interface StorySentences {
  readonly reward: Readonly<Record<RewardSide, Readonly<Record<RewardState, string>>>>;
  readonly resent: Readonly<Record<RewardSide, string>>;
  readonly blocked: string;
}

const english: StorySentences = {
  reward: {
    advocate: {
      earned: 'The advocate’s reward was earned.',
      issued: 'The advocate’s reward was issued.',
      sent: 'The advocate’s reward was told.',
      redeemed: 'The advocate’s reward was used.',
      failed: 'The advocate’s reward could not be issued.',
      revoked: 'The advocate’s reward was taken back.',
    },
    friend: {
      earned: 'The friend’s reward was earned.',
      issued: 'The friend’s reward was issued.',
      sent: 'The friend’s reward was told.',
      redeemed: 'The friend’s reward was used.',
      failed: 'The friend’s reward could not be issued.',
      revoked: 'The friend’s reward was taken back.',
    },
  },
  resent: {
    advocate: 'The advocate’s reward was sent again.',
    friend: 'The friend’s reward was sent again.',
  },
  blocked: 'The advocate was shut out.',
};

const german: StorySentences = {
  reward: {
    advocate: {
      earned: 'Die Belohnung der werbenden Person wurde verdient.',
      issued: 'Die Belohnung der werbenden Person wurde ausgestellt.',
      sent: 'Die Belohnung der werbenden Person wurde mitgeteilt.',
      redeemed: 'Die Belohnung der werbenden Person wurde eingelöst.',
      failed: 'Die Belohnung der werbenden Person konnte nicht ausgestellt werden.',
      revoked: 'Die Belohnung der werbenden Person wurde zurückgenommen.',
    },
    friend: {
      earned: 'Die Belohnung der eingeladenen Person wurde verdient.',
      issued: 'Die Belohnung der eingeladenen Person wurde ausgestellt.',
      sent: 'Die Belohnung der eingeladenen Person wurde mitgeteilt.',
      redeemed: 'Die Belohnung der eingeladenen Person wurde eingelöst.',
      failed: 'Die Belohnung der eingeladenen Person konnte nicht ausgestellt werden.',
      revoked: 'Die Belohnung der eingeladenen Person wurde zurückgenommen.',
    },
  },
  resent: {
    advocate: 'Die Belohnung der werbenden Person wurde noch einmal geschickt.',
    friend: 'Die Belohnung der eingeladenen Person wurde noch einmal geschickt.',
  },
  blocked: 'Die werbende Person wurde ausgeschlossen.',
};

const arabic: StorySentences = {
  reward: {
    advocate: {
      earned: 'استُحقت مكافأة صاحب الدعوة.',
      issued: 'صدرت مكافأة صاحب الدعوة.',
      sent: 'أُبلغ صاحب الدعوة بمكافأته.',
      redeemed: 'استُخدمت مكافأة صاحب الدعوة.',
      failed: 'تعذر إصدار مكافأة صاحب الدعوة.',
      revoked: 'سُحبت مكافأة صاحب الدعوة.',
    },
    friend: {
      earned: 'استُحقت مكافأة الصديق.',
      issued: 'صدرت مكافأة الصديق.',
      sent: 'أُبلغ الصديق بمكافأته.',
      redeemed: 'استُخدمت مكافأة الصديق.',
      failed: 'تعذر إصدار مكافأة الصديق.',
      revoked: 'سُحبت مكافأة الصديق.',
    },
  },
  resent: {
    advocate: 'أُرسلت مكافأة صاحب الدعوة مرة أخرى.',
    friend: 'أُرسلت مكافأة الصديق مرة أخرى.',
  },
  blocked: 'استُبعد صاحب الدعوة.',
};

const languages: Readonly<Record<string, StorySentences>> = { en: english, de: german, ar: arabic };

/** The sentences for a reader; English where there are none of their language. */
export const storySentencesFor = (locale: string): StorySentences =>
  languages[locale.replaceAll('_', '-').split('-')[0]?.toLowerCase() ?? 'en'] ?? english;
