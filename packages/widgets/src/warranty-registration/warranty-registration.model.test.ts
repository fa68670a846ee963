import { describe, expect, it } from 'vitest';
import { sampleLines } from '../order-tracking/samples.ts';
import { entry, passport, passportList, registered, registration, serialAsked } from './samples.ts';
import { opened, problem, proof, sampleSession, settled, start } from './testing.ts';

const { mug, towel, lamp } = sampleLines;
const towelOpen = entry(passport(towel));
const lampOpen = entry(passport(lamp), { serial: serialAsked });
const idOf = ({ passport: { id } }: typeof towelOpen): string => id;
const accepted = (item: typeof towelOpen): typeof towelOpen => ({
  ...item,
  canRegister: false,
  because: 'registered',
  passport: { ...item.passport, registration: registration() },
});
const fresh = (list: unknown) => ({ state: 'fresh', list, etag: '"2"' });

describe('where it begins', () => {
  it('asks where it was bought when nothing is known', () => {
    expect(start().kind()).toBe('start');
  });

  it('asks for the order of a number without a proof', () => {
    const widget = start({ orderNumber: '1001' });
    expect(widget.model.state.value).toMatchObject({ kind: 'lookup', values: { order: '1001' } });
  });

  it('opens what the page proves, shows its items, and tells the page how many are open', async () => {
    const widget = await opened(passportList([towelOpen, registered(mug)]));
    expect(widget.ready()).toMatchObject({ kind: 'ready', screen: 'items', origin: 'here' });
    expect(widget.events).toEqual([
      { type: 'session-opened', by: 'proof' },
      { type: 'passports-shown', orderId: `ord_${'1'.repeat(32)}`, items: 2, open: 1 },
    ]);
  });

  it('keeps the form on screen until the items are there', async () => {
    const widget = start({ orderNumber: '1001' });
    widget.model.find({ order: '1001', contact: 'a@b.c' });
    await widget.last('open').answer(sampleSession());
    expect(widget.kind()).toBe('lookup');
    await widget.last('list').answer(fresh(passportList([towelOpen])));
    expect(widget.kind()).toBe('ready');
  });

  it('says what went wrong and tries again', async () => {
    const widget = start({ request: proof });
    await widget.last('open').answer(sampleSession());
    await widget.last('list').fail(problem('internal', { requestId: 'r1' }));
    expect(widget.model.state.value).toMatchObject({ kind: 'failed', problem: { requestId: 'r1' } });
    widget.model.refresh();
    await widget.last('list').answer(fresh(passportList([towelOpen])));
    expect(widget.kind()).toBe('ready');
  });
});

describe('registering', () => {
  it('takes one press, sends both choices unticked, and shows what was registered', async () => {
    const widget = await opened(passportList([towelOpen]));
    widget.model.register();
    await settled();
    expect(widget.ready().doing).toEqual({ action: 'register', ids: [idOf(towelOpen)] });
    const [access, input, key] = widget.last('register').values;
    expect(access).toMatchObject({ orderId: `ord_${'1'.repeat(32)}` });
    expect(input).toEqual({
      items: [{ passportId: idOf(towelOpen) }],
      consents: { safety: false, marketing: false },
    });
    expect(key).toMatch(/\S{8}/);
    await widget.last('register').answer(passportList([accepted(towelOpen)]));
    expect(widget.ready()).toMatchObject({ screen: 'done', shown: [idOf(towelOpen)], doing: null });
    expect(widget.events.at(-1)).toEqual({
      type: 'item-registered',
      passportId: idOf(towelOpen),
      status: 'registered',
    });
  });

  it('sends one item only once, however often it is pressed, and under the same key after a failure', async () => {
    const widget = await opened(passportList([towelOpen]));
    widget.model.register();
    widget.model.register();
    await settled();
    expect(widget.of('register')).toHaveLength(1);
    await widget.last('register').fail(problem('unreachable'));
    expect(widget.ready()).toMatchObject({
      screen: 'items',
      doing: null,
      trouble: { action: 'register', problem: { code: 'unreachable' } },
    });
    widget.model.register();
    await settled();
    expect(widget.last('register').values[2]).toBe(widget.of('register')[0]?.values[2]);
  });

  it('registers the one that was pressed and leaves the others', async () => {
    const widget = await opened(passportList([towelOpen, lampOpen]));
    widget.model.register([idOf(towelOpen)]);
    await settled();
    expect(widget.last('register').values[1]).toMatchObject({ items: [{ passportId: idOf(towelOpen) }] });
  });

  it('asks for a number that is missing before anything is sent', async () => {
    const widget = await opened(passportList([lampOpen]));
    widget.model.register();
    await settled();
    expect(widget.ready().mistakes).toEqual({ [idOf(lampOpen)]: 'missing' });
    expect(widget.model.news.value).toEqual({ code: 'mistakes' });
    expect(widget.of('register')).toHaveLength(0);
    widget.model.setSerial(idOf(lampOpen), 'SN-12');
    expect(widget.ready().mistakes).toEqual({});
    widget.model.register();
    await settled();
    expect(widget.ready().mistakes).toEqual({ [idOf(lampOpen)]: 'wrong' });
  });

  it('sends a number as it is meant, not as it was typed', async () => {
    const widget = await opened(passportList([lampOpen]));
    widget.model.setSerial(idOf(lampOpen), ' sn l234 ab');
    widget.model.register();
    await settled();
    expect(widget.last('register').values[1]).toMatchObject({ items: [{ serial: 'SN-1234-AB' }] });
  });

  it.each([
    ['serial_taken', 'taken'],
    ['serial_not_accepted', 'not_accepted'],
    ['serial_wrong', 'wrong'],
    ['serial_required', 'missing'],
  ])('shows at the item that %s', async (code, mistake) => {
    const widget = await opened(passportList([towelOpen, lampOpen]));
    widget.model.setSerial(idOf(lampOpen), 'SN-1234-AB');
    widget.model.register();
    await settled();
    await widget.last('register').fail(problem(code, { fields: { 'items.1.serial': 'no' } }));
    expect(widget.ready()).toMatchObject({ trouble: null, mistakes: { [idOf(lampOpen)]: mistake } });
  });

  it('keeps the two choices apart', async () => {
    const widget = await opened(passportList([towelOpen]));
    widget.model.setConsents({ safety: true });
    widget.model.register();
    await settled();
    expect(widget.last('register').values[1]).toMatchObject({
      consents: { safety: true, marketing: false },
    });
  });

  it('tells where it was pressed that its code did not come, and works once it does', async () => {
    let isThere = false;
    const { createLaterModel } = await import('./later.model.ts');
    const widget = await opened(passportList([towelOpen]), {
      later: async () => {
        if (!isThere) throw problem('unreachable');
        return createLaterModel;
      },
    });
    widget.model.register();
    await settled();
    expect(widget.ready().trouble).toMatchObject({ problem: { code: 'unreachable' } });
    isThere = true;
    widget.model.register();
    await settled();
    expect(widget.of('register')).toHaveLength(1);
  });

  it('goes on in another place of the page, under the same key', async () => {
    const widget = await opened(passportList([towelOpen]));
    widget.model.register();
    await settled();
    const left = widget.model.snapshot();
    widget.model.dispose();
    const again = start({ restore: left });
    await settled();
    expect(again.last('register').values[1]).toEqual(widget.last('register').values[1]);
    expect(again.events).toEqual([]);
  });
});

describe('a session that ended', () => {
  it('is opened again without a word where the page has a proof', async () => {
    const widget = await opened(passportList([towelOpen]));
    widget.model.register();
    await settled();
    await widget.last('register').fail(problem('session_invalid'));
    await widget.last('open').answer(sampleSession());
    expect(widget.of('register')).toHaveLength(2);
  });

  it('asks the shopper otherwise, and goes on with what was typed', async () => {
    const widget = start({ orderNumber: '1001' });
    widget.model.find({ order: '1001', contact: 'a@b.c' });
    await widget.last('open').answer(sampleSession());
    await widget.last('list').answer(fresh(passportList([lampOpen])));
    widget.model.setSerial(idOf(lampOpen), 'SN-1234-AB');
    widget.model.register();
    await settled();
    await widget.last('register').fail(problem('session_invalid'));
    expect(widget.model.state.value).toMatchObject({ kind: 'lookup', because: 'session_ended' });
    widget.model.find({ order: '1001', contact: 'a@b.c' });
    await widget.last('open').answer(sampleSession());
    await widget.last('list').answer(fresh(passportList([lampOpen])));
    expect(widget.ready().serials).toEqual({ [idOf(lampOpen)]: 'SN-1234-AB' });
  });
});

describe('news', () => {
  it('are asked for when the server says, and only while somebody looks', async () => {
    const widget = await opened(passportList([towelOpen], { refreshAfter: 60 }));
    await widget.world.pass(59_000);
    expect(widget.of('list')).toHaveLength(1);
    await widget.world.pass(2_000);
    expect(widget.last('list').values[1]).toBe('"1"');
    await widget.last('list').answer({ state: 'unchanged' });
    await widget.world.change({ visible: false });
    await widget.world.pass(300_000);
    expect(widget.of('list')).toHaveLength(2);
  });

  it('stop with the model', async () => {
    const widget = await opened(passportList([towelOpen], { refreshAfter: 60 }));
    widget.model.dispose();
    await widget.world.pass(120_000);
    expect(widget.of('list')).toHaveLength(1);
    expect(widget.world.timers.size).toBe(0);
    expect(widget.world.listeners.size).toBe(0);
  });
});
