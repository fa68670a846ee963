import type { ReviewPolicyInput, Store } from '@postlude/contract';
import { pickText } from '../policy/pick-text.ts';
import { arabic, english, german, type ReviewSentences } from './sentences.ts';

const languages: Readonly<Record<string, ReviewSentences>> = { en: english, de: german, ar: arabic };

/** Who reads a review policy. */
export interface Reader {
  readonly locale: string;
  readonly store: Pick<Store, 'locale'>;
}

/** A review policy read back in sentences, in the reader's language; in English where there is none of theirs. */
export function reviewPolicyWords(policy: ReviewPolicyInput, { locale, store }: Reader): string[] {
  const language = locale.replaceAll('_', '-').split('-')[0]?.toLowerCase() ?? 'en';
  const known = languages[language];
  const say = known ?? english;
  const tag = known ? language : 'en';
  const { asks, form, rewards, moderation, display } = policy;
  const required = (['title', 'text', 'photos'] as const).filter((field) => form[field] === 'required');
  const anything = asks.registration || asks.review || asks.media;
  return [
    ...(asks.review
      ? [say.usage(asks.usageDays), ...(asks.usage.length > 0 ? [say.usageByProduct(asks.usage.length)] : [])]
      : [say.never.review]),
    asks.registration ? say.registration : say.never.registration,
    asks.media ? say.media(asks.mediaDays) : say.never.media,
    asks.referral ? say.referral : say.never.referral,
    ...(anything ? [say.freshWait(asks.freshWaitDays)] : []),
    ...(asks.deliveredAfterDays === null ? [] : [say.deliveredAfter(asks.deliveredAfterDays)]),
    ...(anything ? [say.ends(asks.endsAfterDays)] : []),
    say.blind,
    required.length === 0
      ? say.allOptional
      : say.required(
          new Intl.ListFormat(tag, { type: 'unit' }).format(required.map((field) => say.field[field])),
        ),
    ...(form.store ? [say.store] : []),
    ...(form.terms === null ? [] : [say.terms]),
    ...(rewards.length === 0 ? [say.noReward] : []),
    ...rewards.map(({ label, match }) => {
      const what = pickText(label, locale, store.locale) ?? '';
      return match === undefined ? say.reward(what) : say.rewardForSome(what);
    }),
    say.publish[moderation.publish],
    say.flags,
    say.unverified[display.unverified ? 'shown' : 'hidden'],
    say.sort[display.sort],
  ];
}
