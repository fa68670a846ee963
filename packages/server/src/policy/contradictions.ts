import type { ReturnPolicyInput } from '@postlude/contract';
import { methodsOffered, reasonPaths, resolutionsOffered } from './parts.ts';

/** What contradicts what: a sentence for the owner, keyed by the path of the field to correct (`fees.0.methods`). */
export type Contradictions = Readonly<Record<string, string>>;

type Tell = (path: string, sentence: string) => void;

/** Finds what cannot be meant in a policy whose fields are each right by themselves. Empty when there is nothing. */
export function contradictionsOf(policy: ReturnPolicyInput): Contradictions {
  const found = new Map<string, string>();
  const tell: Tell = (path, sentence) => {
    if (!found.has(path)) found.set(path, sentence);
  };
  for (const check of [names, seasons, offers, fees, methods, reasons, addresses, approvals, problems]) {
    check(policy, tell);
  }
  return Object.fromEntries(found);
}

/** Tells of each value that was there before. */
function twice(values: readonly string[], tell: (index: number, value: string) => void): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) !== index) tell(index, value);
  });
}

function names(policy: ReturnPolicyInput, tell: Tell): void {
  const { windows = [], seasons: all = [], exclusions = [] } = policy;
  const lists = {
    windows,
    seasons: all,
    exclusions,
    fees: policy.fees,
    methods: policy.methods,
    autoApprovals: policy.autoApprovals,
  };
  for (const [list, entries] of Object.entries(lists)) {
    twice(
      entries.map(({ id }) => id),
      (index, id) => tell(`${list}.${index}.id`, `There are two with the id "${id}".`),
    );
  }
}

function seasons({ seasons: all = [] }: ReturnPolicyInput, tell: Tell): void {
  all.forEach(({ placedFrom, placedUntil, lastDay }, index) => {
    if (placedUntil < placedFrom) tell(`seasons.${index}.placedUntil`, 'The season ends before it begins.');
    if (lastDay < placedUntil) {
      tell(`seasons.${index}.lastDay`, 'The last day for returns is before the season ends.');
    }
  });
}

function offers(policy: ReturnPolicyInput, tell: Tell): void {
  if (resolutionsOffered(policy).size === 0) {
    tell('resolutions', 'Nothing is offered: allow a refund, store credit or an exchange.');
  }
  const { exclusions = [], resolutions } = policy;
  exclusions.forEach(({ exchangeable }, index) => {
    if (exchangeable && resolutions.exchange === null) {
      tell(`exclusions.${index}.exchangeable`, 'Exchanges are not offered.');
    }
  });
  if (policy.keepItemUpTo === 0) {
    tell('keepItemUpTo', 'Nothing is worth so little. Leave it empty to want every item back.');
  }
}

function fees(policy: ReturnPolicyInput, tell: Tell): void {
  const reasonsKnown = reasonPaths(policy);
  const methodsKnown = new Set(policy.methods.map(({ id }) => id));
  const offered = resolutionsOffered(policy);
  policy.fees.forEach((fee, index) => {
    const at = `fees.${index}`;
    if (fee.kind === 'percent' && fee.value > 10_000) tell(`${at}.value`, 'A fee cannot be more than 100 %.');
    unknown(fee.reasons, reasonsKnown, (one) => tell(`${at}.reasons`, `There is no reason "${one}".`));
    unknown(fee.methods, methodsKnown, (one) => tell(`${at}.methods`, `There is no method "${one}".`));
    unknown(fee.resolutions, offered, (one) => tell(`${at}.resolutions`, `"${one}" is not offered.`));
  });
}

function methods(policy: ReturnPolicyInput, tell: Tell): void {
  policy.methods.forEach(({ kind, places = [], price }, index) => {
    if (kind === 'drop_off' && places.length === 0) {
      tell(`methods.${index}.places`, 'Name at least one place where returns can be handed in.');
    }
    if (kind === 'keep_item' && price > 0) {
      tell(`methods.${index}.price`, 'Keeping an item cannot cost anything.');
    }
    twice(
      places.map(({ id }) => id),
      (place, id) => tell(`methods.${index}.places.${place}.id`, `There are two places with the id "${id}".`),
    );
  });
  if (methodsOffered(policy).length === 0) {
    tell('methods', 'There is no way to send anything back.');
  }
}

function reasons({ reasons: all }: ReturnPolicyInput, tell: Tell): void {
  twice(
    all.map(({ code }) => code),
    (index, code) => tell(`reasons.${index}.code`, `There are two reasons with the code "${code}".`),
  );
  all.forEach(({ code, children = [] }, index) => {
    const at = `reasons.${index}.children`;
    twice(
      children.map((child) => child.code),
      (child, name) => tell(`${at}.${child}.code`, `There are two reasons with the code "${name}" here.`),
    );
    children.forEach((child, place) => {
      if (child.code === code)
        tell(`${at}.${place}.code`, 'A finer reason cannot be the same as the one above it.');
    });
  });
  // A code may hold a dot, and would then name the same path as a finer reason of another.
  const finer = new Set(
    all.flatMap(({ code, children = [] }) => children.map((child) => `${code}.${child.code}`)),
  );
  all.forEach(({ code }, index) => {
    if (finer.has(code)) tell(`reasons.${index}.code`, `"${code}" already names a finer reason.`);
  });
}

const needingAddress: ReadonlySet<string> = new Set(['label', 'qr_code', 'pick_up']);

function addresses(policy: ReturnPolicyInput, tell: Tell): void {
  const { addresses: all } = policy;
  const general = all.flatMap(({ countries }, index) => (countries === undefined ? [index] : []));
  if (all.length > 0 && general.length === 0) {
    tell('addresses', 'Name one address without countries: it is for all other countries.');
  }
  if (general[1] !== undefined) {
    tell(`addresses.${general[1]}.countries`, 'There are two addresses for all other countries.');
  }
  const claimed = new Set<string>();
  all.forEach(({ countries = [] }, index) => {
    for (const country of countries) {
      if (claimed.has(country))
        tell(`addresses.${index}.countries`, `There are two addresses for ${country}.`);
      claimed.add(country);
    }
  });
  if (all.length > 0) return;
  const needing = policy.methods.findIndex(({ kind }) => needingAddress.has(kind));
  if (needing >= 0) tell('addresses', 'A label or a pick-up needs an address to go to.');
  if (policy.autoApprovals.length > 0 && policy.methods.some(({ kind }) => kind === 'own_carrier')) {
    tell('addresses', 'What is approved automatically needs an address to go to.');
  }
}

function approvals(policy: ReturnPolicyInput, tell: Tell): void {
  const reasonsKnown = reasonPaths(policy);
  const offered = resolutionsOffered(policy);
  policy.autoApprovals.forEach((rule, index) => {
    const at = `autoApprovals.${index}`;
    unknown(rule.reasons, reasonsKnown, (one) => tell(`${at}.reasons`, `There is no reason "${one}".`));
    unknown(rule.resolutions, offered, (one) => tell(`${at}.resolutions`, `"${one}" is not offered.`));
  });
}

function problems({ deliveryProblems }: ReturnPolicyInput, tell: Tell): void {
  const { missingAfterDays, tellWithinDays } = deliveryProblems;
  if (missingAfterDays !== null && missingAfterDays > tellWithinDays) {
    tell(
      'deliveryProblems.missingAfterDays',
      'A missing parcel could be told only after the time for it has ended.',
    );
  }
}

function unknown(
  named: readonly string[] | undefined,
  known: ReadonlySet<string>,
  tell: (name: string) => void,
): void {
  const first = named?.find((name) => !known.has(name));
  if (first !== undefined) tell(first);
}
