import type { ReferralProgramme, Store } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import type { Handlers } from '../../http/implement.ts';
import { programmeState } from './running.ts';
import { beginProgramme, saveProgramme } from './save.ts';
import { listProgrammeVersions, programmesInForce, type StoredProgramme } from './store.ts';
import { termsOf } from './terms.ts';
import { programmeWarnings, readSurroundings } from './warnings.ts';

/** Answers the endpoints about referral programmes. */
export const programmeRoutes = {
  async createReferralProgramme({ store, query, body, context, inStore }) {
    const now = context.clock.now();
    return inStore(async (tx) =>
      one(tx, await beginProgramme(tx, store.id, body, now), { store, locale: query.locale, now }),
    );
  },

  async listReferralProgrammes({ store, query, context, inStore }) {
    const reader = { store, locale: query.locale, now: context.clock.now() };
    return {
      items: await inStore(async (tx) => shownProgrammes(tx, await programmesInForce(tx, store.id), reader)),
    };
  },

  async putReferralProgramme({ store, params, query, body, context, inStore }) {
    const now = context.clock.now();
    return inStore(async (tx) =>
      one(tx, await saveProgramme(tx, store.id, params.programmeId, body, now), {
        ...{ store, locale: query.locale, now },
      }),
    );
  },

  async listReferralProgrammeVersions({ store, params, query, context, inStore }) {
    const reader = { store, locale: query.locale, now: context.clock.now() };
    return inStore(async (tx) => {
      const versions = await listProgrammeVersions(tx, store.id, params.programmeId);
      if (versions.length === 0) throw new ApiProblem('not_found');
      return { items: await shownProgrammes(tx, versions, reader) };
    });
  },
} satisfies Partial<Handlers>;

/** Who reads programmes, and when. */
export interface ProgrammeReader {
  readonly store: Store;
  readonly locale: string | undefined;
  readonly now: Date;
}

/** Programmes as they travel, in words of the language asked for or the store's own. */
export async function shownProgrammes(
  tx: Tx,
  programmes: readonly StoredProgramme[],
  { store, locale = store.locale, now }: ProgrammeReader,
): Promise<ReferralProgramme[]> {
  const surroundings = await readSurroundings(tx, store, now);
  return programmes.map((stored) => ({
    id: stored.id,
    version: stored.version,
    validFrom: stored.validFrom,
    state: programmeState(stored.programme, now),
    programme: stored.programme,
    terms: termsOf(stored.programme, { locale, timeZone: store.timeZone }),
    warnings: programmeWarnings(stored, surroundings, now),
  }));
}

async function one(tx: Tx, stored: StoredProgramme, reader: ProgrammeReader): Promise<ReferralProgramme> {
  const [shown] = await shownProgrammes(tx, [stored], reader);
  if (!shown) throw new Error('a programme is not shown');
  return shown;
}
