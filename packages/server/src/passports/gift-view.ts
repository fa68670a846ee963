import type { Passport } from '@postlude/contract';
import type { PassportFacts } from './facts.ts';
import { passportJsonLd } from './json-ld.ts';

/**
 * A passport as the receiver of a gift sees it, who has the item and did not buy it: what it is, when it came, what stands behind it
 * and what is recalled of it. Nothing the giver told or did: no number, registration, file, return, claim or hand-over code. Who was given it
 * becomes its owner with a hand-over code of the giver.
 */
export function giftPassport({ store }: Pick<PassportFacts, 'store'>, passport: Passport): Passport {
  const { jsonLd: _, ...rest } = passport;
  const seen = {
    ...rest,
    serial: null,
    registration: null,
    returns: [],
    claims: [],
    recalls: passport.recalls.map(giftRecall),
    owners: [],
    transfer: null,
    documents: [],
    checkUrl: null,
  };
  return { ...seen, jsonLd: passportJsonLd(seen, { name: store.name, url: store.contact.url }) };
}

type Recall = Passport['recalls'][number];

/**
 * A recall as the receiver of a gift sees it: the danger is theirs, the choice between remedies the giver's, and so is the answer.
 * The shop tells who asks what it does for them.
 */
export const giftRecall = (notice: Recall): Recall => ({ ...notice, remedies: [], acknowledged: null });
