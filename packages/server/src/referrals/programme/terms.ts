import type { ReferralProgrammeInput } from '@postlude/contract';
import { type Writer, writerFor } from './writer.ts';

/** Who reads the terms. */
export interface TermsReader {
  readonly locale: string;
  /** The store's. */
  readonly timeZone: string;
}

/**
 * The terms of a programme in sentences, made from its settings: who may invite, what both get, what the friend has to do and until
 * when, when the reward comes, limits, and what makes it void. In English where the reader's language is not spoken.
 */
export function termsOf(programme: ReferralProgrammeInput, { locale, timeZone }: TermsReader): string[] {
  const write = writerFor(locale);
  return [
    ...rewards(programme, write),
    ...order(programme, write),
    ...wait(programme, write),
    ...limits(programme, write),
    ...dates(programme, write, timeZone),
    ...whenItIsVoid(programme, write),
  ];
}

function rewards(
  { advocate, friend, firstOrderOnly, takePart }: ReferralProgrammeInput,
  { say, named }: Writer,
): string[] {
  return [
    say.takePart[takePart.from](takePart.orders),
    friend ? say.friendGets(named(friend), firstOrderOnly) : say.friendGetsNothing,
    advocate ? say.advocateGets(named(advocate).label) : say.advocateGetsNothing,
  ];
}

function order(
  {
    minimumOrder,
    firstOrderOnly,
    friendEmail,
    attributionDays,
    countries,
    currencies,
  }: ReferralProgrammeInput,
  { say, money, anyOf, country, currency }: Writer,
): string[] {
  return [
    ...(minimumOrder.length === 0 ? [] : [say.minimum(anyOf(minimumOrder.map(money)))]),
    firstOrderOnly ? say.firstOrderOnly : say.anyOrder,
    ...(friendEmail ? [say.email] : []),
    say.orderWithin(attributionDays),
    ...(countries.length === 0 ? [] : [say.countries(anyOf(countries.map(country)))]),
    ...(currencies.length === 0 ? [] : [say.currencies(anyOf(currencies.map(currency)))]),
  ];
}

function wait({ advocate, hold }: ReferralProgrammeInput, { say }: Writer): string[] {
  if (advocate === null) return [];
  if (hold.until === 'returns_over') return [say.afterReturns];
  return [hold.days === 0 ? say.atOnce : say.afterDays(hold.days)];
}

function limits({ caps }: ReferralProgrammeInput, { say }: Writer): string[] {
  return [
    ...(caps.perAdvocate === null ? [] : [say.perAdvocate(caps.perAdvocate)]),
    ...(caps.perMonth === null ? [] : [say.perMonth(caps.perMonth)]),
    ...(caps.programme === null ? [] : [say.perProgramme(caps.programme)]),
  ];
}

function dates({ startsAt, endsAt }: ReferralProgrammeInput, write: Writer, timeZone: string): string[] {
  const { say, day, moment } = write;
  const told: string[] = [];
  if (startsAt !== null) {
    const start = new Date(startsAt);
    told.push(say.from(isMidnight(start, timeZone) ? day(start, timeZone) : moment(start, timeZone)));
  }
  if (endsAt !== null) {
    const end = new Date(endsAt);
    // *Until before midnight* is, to people, the day that ends then.
    told.push(
      isMidnight(end, timeZone)
        ? say.untilDay(day(new Date(end.getTime() - 1), timeZone))
        : say.untilMoment(moment(end, timeZone)),
    );
  }
  return told;
}

const isMidnight = (moment: Date, timeZone: string): boolean =>
  moment.getTime() % 60_000 === 0 &&
  new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' }).format(
    moment,
  ) === '00:00';

function whenItIsVoid({ minimumOrder, fraud }: ReferralProgrammeInput, { say }: Writer): string[] {
  return [say.oncePerFriend, say.void(minimumOrder.length > 0), say.watched(fraud.reviewDays)];
}
