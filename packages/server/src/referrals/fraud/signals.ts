import type { FraudPart, FraudSettings, FraudSignal } from '@postlude/contract';
import { compareBuyers, type InCommon } from './compare.ts';
import type { FraudFacts } from './facts.ts';
import { isThrowaway } from './mailbox.ts';
import { points } from './points.ts';

const part = (signal: FraudSignal, count: number, words: string): FraudPart => ({
  signal,
  points: count,
  words,
});

const list = (...parts: readonly (FraudPart | null | false)[]): FraudPart[] =>
  parts.filter((one) => one !== null && one !== false);

/** What a friend has in common with the advocate. */
export function inCommon(facts: FraudFacts): FraudPart[] {
  const common = compareBuyers(facts.advocate, facts.friend);
  return list(
    common.customer && part('same_customer', points.sameCustomer, 'The shop knows both as one customer.'),
    common.mailbox !== null &&
      part(
        'same_email',
        points.sameMailbox,
        `Both addresses are delivered to one mailbox, ${common.mailbox}.`,
      ),
    byName(common),
    byAddress(common),
    common.payment && byPayment(common),
    common.phone && byPhone(common),
    common.network &&
      part(
        'same_network',
        points.sameNetwork,
        'Both ordered from one network, as households and offices do.',
      ),
  );
}

const isOne = ({ name }: InCommon): boolean => name === 'same' || name === 'alike';

function byName({ name, address, postcode, otherName }: InCommon): FraudPart | null {
  if (name !== 'same' && name !== 'alike') return null;
  const who = otherName ?? 'The friend';
  const how = name === 'same' ? 'goes by the advocate’s name' : 'goes by a name much like the advocate’s';
  if (postcode === null) {
    return part(
      'same_name',
      name === 'same' ? points.sameName : points.alikeName,
      `${who} ${how}, elsewhere.`,
    );
  }
  const isAway = address === 'elsewhere';
  const whole = isAway ? points.samePersonElsewhere : points.samePersonByName;
  const count = name === 'same' ? whole : points.alikeByName;
  const where = isAway
    ? `at the same postcode (${postcode}), in another street`
    : `at the same postcode (${postcode})`;
  return part('same_name_and_postcode', count, `${who} ${how}, ${where}.`);
}

function byAddress(common: InCommon): FraudPart | null {
  if (common.address !== 'same') return null;
  const count = isOne(common) ? points.sameDoorSameName : points.sameDoor;
  return part('same_address', count, 'Both orders went to one address.');
}

/** A name that is only alike may be a sister’s or a husband’s initial: then it counts as a family’s. */
function byPayment({ name }: InCommon): FraudPart {
  if (name === 'same')
    return part('same_payment', points.samePaymentSameName, 'Both paid by the same means.');
  return name === 'unknown'
    ? part(
        'same_payment',
        points.samePaymentNoName,
        'Both paid by the same means; their names are not known.',
      )
    : part('same_payment', points.samePayment, 'Both paid by the same means, under different names.');
}

function byPhone({ name }: InCommon): FraudPart {
  if (name === 'same') return part('same_phone', points.samePhoneSameName, 'Both told one telephone number.');
  return name === 'unknown'
    ? part('same_phone', points.samePhone, 'Both told one telephone number; their names are not known.')
    : part('same_phone', points.samePhone, 'Both told one telephone number, under different names.');
}

/** What says that the friend has bought here before, under another address: the surest of it. */
export function boughtBefore({ friend, earlier, firstOrderOnly }: FraudFacts): FraudPart | null {
  if (!firstOrderOnly) return null;
  let surest: FraudPart | null = null;
  for (const buyer of earlier) {
    const found = known(compareBuyers(buyer, friend));
    if (found && found.points > (surest?.points ?? 0)) surest = found;
  }
  return surest;
}

function known(common: InCommon): FraudPart | null {
  const say = (count: number, words: string) => part('not_first_order', count, words);
  if (common.mailbox !== null) {
    return say(points.knownMailbox, `This mailbox, ${common.mailbox}, ordered before in another spelling.`);
  }
  if (common.customer)
    return say(points.knownCustomer, 'The shop knows this customer from an earlier order.');
  // A name that is only alike may be a sister’s, a shared card or telephone a family’s.
  if (common.name !== 'same') return null;
  if (common.payment) {
    return say(points.knownPayment, 'Somebody of this name paid an earlier order by the same means.');
  }
  if (common.phone || common.address === 'same') {
    const by = common.phone ? 'told this telephone number' : 'lives at this address';
    return say(points.knownDoorOrPhone, `Somebody of this name who ${by} has ordered before.`);
  }
  if (common.postcode === null || common.address === 'elsewhere') return null;
  return say(points.knownNameAndPostcode, 'Somebody of this name has ordered to this postcode before.');
}

/** What the friend's order itself tells. */
export function ofOrder({ friend, advocatesRewardUsed, ring }: FraudFacts): FraudPart[] {
  const thrown = friend.emails.find(isThrowaway);
  return list(
    advocatesRewardUsed !== null &&
      part(
        'advocates_reward_used',
        points.advocatesRewardUsed,
        `The order was paid with ${advocatesRewardUsed}, a reward of the advocate.`,
      ),
    ring !== null &&
      part(
        'ring',
        points.ring,
        ring <= 2 ? 'The two refer each other.' : `${ring} people refer each other in a ring.`,
      ),
    thrown !== undefined &&
      part('throwaway_email', points.throwaway, `${thrown} is a mailbox that is opened for minutes.`),
  );
}

/** More than three times of what is usual says more than a little above it. */
const far = 3;

/** How many came how fast. */
export function ofCrowd(facts: FraudFacts, limits: FraudSettings): FraudPart[] {
  const { ofAdvocate, ofNetwork, visitsWithinHour } = facts;
  const { advocatePerDay, networkPerDay, visitsPerHour } = limits;
  return list(
    ofAdvocate > advocatePerDay &&
      part(
        'many_of_advocate',
        ofAdvocate > advocatePerDay * far ? points.veryManyOfAdvocate : points.manyOfAdvocate,
        `${ofAdvocate} friends of this advocate ordered within a day; up to ${advocatePerDay} are usual.`,
      ),
    ofNetwork > networkPerDay &&
      part(
        'many_of_network',
        ofNetwork > networkPerDay * far ? points.veryManyOfNetwork : points.manyOfNetwork,
        `${ofNetwork} friends came from one network within a day; up to ${networkPerDay} are usual.`,
      ),
    visitsWithinHour > visitsPerHour &&
      part(
        'posted_in_public',
        points.postedInPublic,
        `The link was followed ${visitsWithinHour} times within an hour; up to ${visitsPerHour} are usual.`,
      ),
  );
}
