import { arrivalOf } from '../arrival.ts';
import { heldBy, openingOf } from '../opening.ts';
import { ended } from '../standing.ts';
import { awaited } from './awaited.ts';
import type { KindRule } from './kind.ts';

/**
 * Register what has come, where registering gives something. It is a service: the shopper gets cover for it, and it may end
 * soon. It waits for returns, and not for claims: what is broken may still be registered in time.
 */
export const registration: KindRule = {
  kind: 'registration',
  marketing: false,
  delaysOthers: false,
  pauseDays: null,
  isOn: ({ settings }) => settings.registration,
  answered: ({ registration: { registeredAt } }) => registeredAt && { at: registeredAt },
  stand(line, facts) {
    const { gain } = line.registration;
    if (gain === null || line.isPart) return ended('nothing_to_ask');
    const holds = line.holds.filter(({ kind }) => kind === 'return');
    const arrived = arrivalOf(line, facts);
    if (arrived.state === 'never') return ended('never_kept');
    const open = holds.find(({ closedAt }) => closedAt === null);
    if (open) return heldBy(open, facts.settings, facts.now);
    if (arrived.state === 'awaited') return awaited(arrived, facts);
    if (line.gone >= line.line.quantity) return ended('nothing_to_ask');
    return openingOf({ from: arrived.at, until: 'not_delivered', holds, lastMoment: gain.until }, facts);
  },
};
