import {
  type Money,
  minorDigits,
  type ReferralFigures,
  type StaffReferral,
  type StaffReferralDetail,
} from '@postlude/contract';
import { facts, table } from './output.ts';

/** A page of referrals as people read it. */
export function referralsText({
  items,
  next,
}: {
  readonly items: readonly StaffReferral[];
  readonly next: string | null;
}): string {
  const rows = items.map((one) => [
    ...[one.id, one.state, one.reason ?? '', one.advocate.code, one.friendEmail ?? ''],
    ...[one.order?.number ?? '', one.score === null ? '' : String(one.score), one.createdAt],
    one.decideBy ?? one.heldUntil ?? '',
  ]);
  const list = table(
    ['referral', 'state', 'reason', 'advocate', 'friend', 'order', 'score', 'since', 'until'],
    rows,
  );
  return next === null ? list : `${list}\n\nMore with --cursor ${next}`;
}

/** A referral with its story as people read it. */
export function referralText({ referral, score, rewards, story, actions }: StaffReferralDetail): string {
  const { advocate, order } = referral;
  const parts = [
    facts([
      ['Referral', referral.id],
      ['Status', [referral.state, referral.reason].filter(Boolean).join(', ')],
      ['', referral.words],
      ['Advocate', `${advocate.name ?? 'no name'} <${advocate.email}>, ${advocate.code} (${advocate.id})`],
      ['Friend', referral.friendEmail],
      ['Order', order && [order.number, order.total && moneyText(order.total)].filter(Boolean).join(', ')],
      ['Found by', referral.attribution],
      ['Score', referral.score === null ? null : String(referral.score)],
      ['Decide by', referral.decideBy],
      ['Held until', referral.heldUntil],
    ]),
    score.length === 0
      ? null
      : table(
          ['points', 'signal', 'what was seen'],
          score.map(({ points, signal, words }) => [String(points), signal, words]),
        ),
    rewards.length === 0
      ? null
      : table(
          ['reward', 'side', 'state', 'what', 'code'],
          rewards.map((one) => [one.id, one.side, one.state, one.label, one.code ?? one.creditId ?? '']),
        ),
    table(
      ['when', 'by', 'what'],
      story.map(({ at, by, words }) => [at, by, words]),
    ),
    actions.length === 0 ? null : `Can be done now: ${actions.join(', ')}`,
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

/** Figures as people read them: the sums, and the days on which something was. */
export function figuresText({ total, days }: ReferralFigures): string {
  const row = (name: string, one: Omit<ReferralFigures['total'], 'channels'>): string[] => [
    ...[name, String(one.shares), String(one.visits), String(one.claims), String(one.orders)],
    ...[String(one.qualified), one.revenue.map(moneyText).join(' + '), one.cost.map(moneyText).join(' + ')],
  ];
  const busy = days.filter((one) => one.shares + one.visits + one.claims + one.orders + one.qualified > 0);
  return table(
    ['day', 'shares', 'visits', 'claims', 'orders', 'qualified', 'revenue', 'cost'],
    [...busy.map((one) => row(one.day, one)), row('all', total)],
  );
}

const moneyText = ({ amount, currency }: Money): string => {
  const digits = minorDigits(currency);
  return `${(amount / 10 ** digits).toFixed(digits)} ${currency}`;
};
