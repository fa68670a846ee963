import type { ReferralReason } from '@postlude/contract';
import type { Entry } from '../../case-log/audit.ts';
import { apart, oneLine } from '../../mail/plain-text.ts';
import { dayIn, firstZone } from '../../tracking/calendar.ts';
import type { RewardRow } from '../rewards/ledger.ts';
import type { Attribution } from './attribution.ts';
import type { LifeSentences, Telling } from './life-sentences.ts';
import { arabic } from './life-sentences-ar.ts';
import { german } from './life-sentences-de.ts';
import { english } from './life-sentences-en.ts';
import type { ReferralRow } from './store.ts';

/** Who reads, and where days begin. */
export interface LifeReader {
  readonly locale: string;
  /** The store's. */
  readonly timeZone: string;
}

type Told = Pick<ReferralRow, 'state' | 'reason' | 'decide_by' | 'held_until' | 'changed_at'>;

const languages: Readonly<Record<string, LifeSentences>> = { en: english, de: german, ar: arabic };

function sentencesFor({ locale }: Pick<LifeReader, 'locale'>): LifeSentences {
  return languages[locale.replaceAll('_', '-').split('-')[0]?.toLowerCase() ?? 'en'] ?? english;
}

/** Where a referral stands, in a sentence to the advocate: nothing of the friend but that there is one. */
export const referralWords = (row: Told, reader: LifeReader): string => tell(row, 'advocate', reader);

/** Where a referral stands, in a sentence to staff. */
export function staffReferralWords(row: Told, reader: LifeReader): string {
  const { story } = sentencesFor(reader);
  const words = tell(row, 'staff', reader);
  if (row.state === 'refused') return story.refused(words);
  return row.state === 'voided' ? story.voided(words) : words;
}

/** Where a reward stands, in a sentence to whom it is for. */
export const rewardWords = (row: Pick<RewardRow, 'side' | 'state'>, reader: LifeReader): string =>
  sentencesFor(reader).reward[row.side][row.state];

/** Why a referral ended, in a sentence to the advocate. */
export const endingWords = (reason: ReferralReason, locale: string): string =>
  sentencesFor({ locale }).advocate.ended[endingOf(reason)];

/** The day a hold ends with; null while it is not known. `held_until` is the moment after it. */
export const lastDayHeld = (heldUntil: Date | null, timeZone: string): string | null =>
  heldUntil === null ? null : dayIn(firstZone(timeZone), heldUntil.getTime() - 1);

function tell(row: Told, to: 'advocate' | 'staff', reader: LifeReader): string {
  const say: Telling = sentencesFor(reader)[to];
  const { state, reason, changed_at: since } = row;
  const day = (moment: Date | null) => dayWords(moment, since, reader);
  switch (state) {
    case 'held':
      return reason === 'hold_days'
        ? say.holdDays(day(row.held_until))
        : say.returnsOpen(day(row.held_until));
    case 'flagged':
      return say.flagged(day(row.decide_by));
    case 'refused':
    case 'voided':
      return say.ended[endingOf(reason)];
    default:
      return say.standing[state];
  }
}

/** Whatever ended without a reason was ended by somebody. */
const endingOf = (reason: ReferralReason | null): keyof Telling['ended'] =>
  reason === null || reason === 'returns_open' || reason === 'hold_days' ? 'by_store' : reason;

/** What happened to a referral, in a sentence to staff. */
export function storyWords(
  { action, after, note, data, at }: Pick<Entry, 'action' | 'after' | 'note' | 'data' | 'at'>,
  reader: LifeReader,
): string {
  const { story, staff } = sentencesFor(reader);
  const day = (key: string) => {
    const told = data[key];
    return typeof told === 'string' ? dayWords(new Date(told), at, reader) : null;
  };
  const why = () => staff.ended[endingOf(reasonOf(data))];
  const sentence = (): string => {
    switch (action) {
      case 'click':
        return story.clicked;
      case 'claim':
        return after === 'claimed' ? story.claimed : story.changed;
      case 'order':
        return story.ordered[attributionOf(data)];
      case 'hold':
        return story.held(day('heldUntil'));
      case 'flag':
        return story.flagged(Number(data.score ?? 0), day('decideBy'));
      case 'qualify':
        return story.qualified;
      case 'refuse':
        return story.refused(why());
      case 'void':
        return story.voided(why());
      case 'approve':
        return story.approved;
      case 'link':
        return story.linked;
      default:
        return story.changed;
    }
  };
  const direction = sentencesFor(reader) === arabic ? 'rtl' : 'ltr';
  return note === null ? sentence() : story.note(sentence(), apart(oneLine(note), direction));
}

function attributionOf({ attribution }: Entry['data']): Attribution {
  const known = ['friend_code', 'advocate_code', 'claim_id', 'email', 'staff'] as const;
  return known.find((one) => one === attribution) ?? 'staff';
}

const endings: ReadonlySet<string> = new Set(Object.keys(english.staff.ended));

const reasonOf = ({ reason }: Entry['data']): ReferralReason | null =>
  typeof reason === 'string' && endings.has(reason) ? (reason as ReferralReason) : null;

/** A day as it is read; with its year where that is another one than when it was written. A moment is the end of the day before it. */
function dayWords(moment: Date | null, written: Date, { locale, timeZone }: LifeReader): string | null {
  if (moment === null) return null;
  const zone = firstZone(timeZone);
  const last = new Date(moment.getTime() - 1);
  const yearOf = (at: Date) => dayIn(zone, at.getTime()).slice(0, 4);
  const year = yearOf(last) === yearOf(written) ? {} : { year: 'numeric' as const };
  const known = languages[locale.split(/[-_]/)[0]?.toLowerCase() ?? ''];
  return new Intl.DateTimeFormat(known ? tagOf(locale) : 'en-GB', {
    day: 'numeric',
    month: 'long',
    ...year,
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).format(last);
}

function tagOf(locale: string): string {
  const tag = locale.replaceAll('_', '-');
  try {
    const [canonical = 'en-GB'] = Intl.getCanonicalLocales(tag);
    return canonical === 'en' ? 'en-GB' : canonical;
  } catch {
    return 'en-GB';
  }
}
