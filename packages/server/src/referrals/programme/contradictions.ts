import type { Money, ReferralProgrammeInput, ReferralReward } from '@postlude/contract';
import type { Contradictions } from '../../policy/contradictions.ts';

type Tell = (path: string, sentence: string) => void;

/** Finds what cannot be meant in a programme whose fields are each right by themselves. Empty when there is nothing. */
export function programmeContradictions(programme: ReferralProgrammeInput): Contradictions {
  const found = new Map<string, string>();
  const tell: Tell = (path, sentence) => {
    if (!found.has(path)) found.set(path, sentence);
  };
  for (const check of [dates, rewards, minimums, lists, caps, message, watching]) check(programme, tell);
  return Object.fromEntries(found);
}

function dates({ startsAt, endsAt }: ReferralProgrammeInput, tell: Tell): void {
  if (startsAt !== null && endsAt !== null && Date.parse(endsAt) <= Date.parse(startsAt)) {
    tell('endsAt', 'The programme ends before it begins.');
  }
}

function rewards(programme: ReferralProgrammeInput, tell: Tell): void {
  const { advocate, friend, currencies } = programme;
  if (advocate === null && friend === null) {
    tell('advocate', 'Nobody gets anything: give the advocate a reward, the friend, or both.');
  }
  for (const side of ['advocate', 'friend'] as const) {
    const reward = programme[side];
    if (reward === null) continue;
    const sum = sumOf(reward);
    if (sum && sum.amount <= 0) tell(`${side}.amount.amount`, 'A reward has to be worth something.');
    if (sum && currencies.length > 0 && !currencies.includes(sum.currency)) {
      tell(`${side}.amount.currency`, `Orders in ${sum.currency} do not count in this programme.`);
    }
    if (reward.kind === 'product') {
      if (Object.keys(reward.title).length === 0)
        tell(`${side}.title`, 'There are no words for the product.');
      if (reward.worth !== null && reward.worth.amount < 0) {
        tell(`${side}.worth.amount`, 'A product cannot be worth less than nothing.');
      }
    }
  }
  if (friend?.kind === 'store_credit' && friend.by === 'pool') {
    // It is given before there is an order, and money off needs one: a code of credit needs none.
    tell(
      'friend.by',
      'A friend gets the code before ordering, so a code of store credit is money for whoever asks. Let the shop make the credit (webhook), or give an amount off.',
    );
  }
}

const sumOf = (reward: ReferralReward): Money | null =>
  reward.kind === 'amount' || reward.kind === 'store_credit' ? reward.amount : null;

function minimums({ minimumOrder, currencies }: ReferralProgrammeInput, tell: Tell): void {
  const named = minimumOrder.map(({ currency }) => currency);
  minimumOrder.forEach(({ amount, currency }, index) => {
    if (amount <= 0) tell(`minimumOrder.${index}.amount`, 'A minimum of nothing is none: leave it out.');
    if (named.indexOf(currency) !== index) {
      tell(`minimumOrder.${index}.currency`, `There are two minimums in ${currency}.`);
    }
    if (currencies.length > 0 && !currencies.includes(currency)) {
      tell(`minimumOrder.${index}.currency`, `Orders in ${currency} do not count in this programme.`);
    }
  });
}

function lists({ countries, currencies }: ReferralProgrammeInput, tell: Tell): void {
  for (const [list, codes] of Object.entries({ countries, currencies })) {
    codes.forEach((code, index) => {
      if (codes.indexOf(code) !== index) tell(`${list}.${index}`, `${code} is named twice.`);
    });
  }
}

function caps({ caps: { perAdvocate, perMonth, programme } }: ReferralProgrammeInput, tell: Tell): void {
  if (perAdvocate !== null && perMonth !== null && perMonth > perAdvocate) {
    tell('caps.perMonth', 'More friends count in a month than at all.');
  }
  if (programme !== null && perAdvocate !== null && perAdvocate > programme) {
    tell('caps.perAdvocate', 'More friends of one advocate count than of all.');
  }
  if (programme !== null && perMonth !== null && perMonth > programme) {
    tell('caps.perMonth', 'More friends of one advocate count in a month than of all.');
  }
}

function message({ message: texts }: ReferralProgrammeInput, tell: Tell): void {
  if (texts === null) return;
  if (Object.keys(texts).length === 0) {
    tell('message', 'There are no words. Leave the message out to have Postlude’s own.');
  }
  for (const [language, text] of Object.entries(texts)) {
    if (!text.includes('{link}')) tell(`message.${language}`, 'The message has to hold {link}.');
  }
}

function watching({ fraud: { passBelow, refuseFrom } }: ReferralProgrammeInput, tell: Tell): void {
  if (passBelow > refuseFrom) {
    tell('fraud.passBelow', 'What passes below this score is refused by `refuseFrom`: it has to be lower.');
  }
}
