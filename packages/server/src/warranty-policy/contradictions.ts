import type { WarrantyPolicyInput } from '@postlude/contract';
import { readSerial } from '@postlude/contract';
import type { Contradictions } from '../policy/contradictions.ts';

type Tell = (path: string, sentence: string) => void;

/** Finds what cannot be meant in a warranty policy whose fields are each right by themselves. Empty when there is nothing. */
export function warrantyContradictions(policy: WarrantyPolicyInput): Contradictions {
  const found = new Map<string, string>();
  const tell: Tell = (path, sentence) => {
    if (!found.has(path)) found.set(path, sentence);
  };
  for (const check of [names, plans, serials, elsewhere, claims]) check(policy, tell);
  return Object.fromEntries(found);
}

function names(
  { plans: all, serials: rules, claims: { symptoms, places } }: WarrantyPolicyInput,
  tell: Tell,
): void {
  const lists = { plans: all, serials: rules, 'claims.symptoms': symptoms, 'claims.places': places };
  for (const [list, entries] of Object.entries(lists)) {
    twice(
      entries.map(({ id }) => id),
      (index, id) => tell(`${list}.${index}.id`, `There are two with the id "${id}".`),
    );
  }
}

/** Tells of each value that was there before. */
function twice(values: readonly string[], tell: (index: number, value: string) => void): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) !== index) tell(index, value);
  });
}

function plans({ plans: all }: WarrantyPolicyInput, tell: Tell): void {
  all.forEach((plan, index) => {
    const at = (field: string) => `plans.${index}.${field}`;
    if (plan.from === 'registration' && !plan.registrationNeeded) {
      tell(at('registrationNeeded'), 'A plan that begins with the registration needs one.');
    }
    if (plan.months === null && plan.extraForRegistering > 0) {
      tell(at('extraForRegistering'), 'A lifetime cannot get longer.');
    }
    if (plan.registerWithinDays !== null && plan.extraForRegistering === 0) {
      tell(at('registerWithinDays'), 'Registering in time gives nothing: there are no months for it.');
    }
    twice(
      plan.benefits.map(({ kind }) => kind),
      (place, kind) => tell(at(`benefits.${place}.kind`), `"${kind}" is counted twice.`),
    );
    const hidden = all.findIndex(({ match }) => match === undefined);
    if (hidden >= 0 && hidden < index) {
      tell(at('match'), 'An earlier plan is about every item, so this one is about none.');
    }
  });
}

function serials({ serials: rules }: WarrantyPolicyInput, tell: Tell): void {
  rules.forEach((rule, index) => {
    const at = (field: string) => `serials.${index}.${field}`;
    if (rule.asked === 'no' && (rule.listed || rule.once)) {
      tell(at('asked'), 'A number that is not asked for can be neither listed nor taken once.');
    }
    if (rule.example !== null && readSerial(rule.example, rule).state !== 'fits') {
      tell(at('example'), 'The example does not fit the masks, or its check digit is wrong.');
    }
    const hidden = rules.findIndex(({ match }) => match === undefined);
    if (hidden >= 0 && hidden < index) {
      tell(at('match'), 'An earlier rule is about every item, so this one is about none.');
    }
  });
}

function elsewhere({ boughtElsewhere, proof }: WarrantyPolicyInput, tell: Tell): void {
  if (boughtElsewhere === 'off' && proof === 'required') {
    tell('proof', 'A proof is asked for what was bought elsewhere, and that is not taken.');
  }
}

function claims({ claims: { resolutions, places, symptoms } }: WarrantyPolicyInput, tell: Tell): void {
  twice(resolutions, (index, kind) => tell(`claims.resolutions.${index}`, `"${kind}" is named twice.`));
  places.forEach(({ kind, address }, index) => {
    if (kind !== 'at_home' && address.length === 0) {
      tell(`claims.places.${index}.address`, 'Tell where it is.');
    }
  });
  symptoms.forEach(({ help }, index) => {
    if (help && help.steps.length === 0 && !help.videoUrl) {
      tell(`claims.symptoms.${index}.help`, 'First help needs a step or a video.');
    }
  });
}
