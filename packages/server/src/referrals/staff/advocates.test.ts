import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { lookAtReferrals } from '../life/look.ts';
import { blockAdvocate } from './advocates.ts';
import { openDesk } from './testing/desk.ts';

describeOnBothDatabases('shutting out an advocate of very many friends', (open) => {
  it('refuses the first at once, and the others also when a process ends on the way', async () => {
    const backend = await open();
    const desk = await openDesk(backend);
    const { context, clock } = backend;
    const ids = [];
    for (const name of ['bo', 'cy', 'di', 'ed']) ids.push(await desk.friend(name));
    const key = { storeId: desk.storeId, advocateId: desk.advocate.advocateId };
    const block = () =>
      desk.in((tx) => blockAdvocate(tx, context, key, { by: 'Kim', note: null }, clock.now(), 1));
    const states = async () => (await desk.referrals()).map(({ state }) => state).toSorted();
    expect(await block()).toMatchObject({ blocked: { by: 'Kim' }, ended: 1 });
    expect(await states()).toEqual(['held', 'held', 'held', 'refused']);
    // Pressing again goes on, and so does any process; one that is told to stop in the middle leaves the rest to the next.
    expect(await block()).toMatchObject({ ended: 2 });
    const stopping = new AbortController();
    const dying = { ...context, stopping: stopping.signal };
    stopping.abort();
    await lookAtReferrals(dying);
    expect(await states()).toEqual(['held', 'held', 'refused', 'refused']);
    await lookAtReferrals(context);
    await lookAtReferrals(context);
    expect((await desk.referrals()).map(({ reason }) => reason)).toEqual(ids.map(() => 'advocate_blocked'));
    expect((await desk.rewards()).filter(({ side }) => side === 'advocate')).toEqual([]);
  });
});
