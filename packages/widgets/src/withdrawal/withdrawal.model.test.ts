import { describe, expect, it } from 'vitest';
import { settle } from '../order-tracking/testing.ts';
import { sampleReceipt, sampleTerms } from './samples.ts';
import type { FormState } from './state.ts';
import { checking, entered, openOrder, problem, proof, shown, start } from './testing.ts';

describe('before the form', () => {
  it('needs nothing but the terms, and tells that it is there', async () => {
    const { state, events, opened, terms } = start({ orderNumber: '1001', name: 'Anna' });
    expect(state().kind).toBe('loading');
    await terms[0]?.answer(sampleTerms);
    expect(state()).toMatchObject({
      kind: 'form',
      values: { name: 'Anna', contract: '1001', email: '', items: '' },
      known: { page: sampleTerms.page, storeName: 'Kontor Nord', order: null },
    });
    expect(opened).toHaveLength(0);
    expect(events).toEqual([{ type: 'withdrawal-shown' }]);
  });

  it('shows nothing where the store does not offer it, and tells the page', async () => {
    const { state, events, terms } = start();
    await terms[0]?.answer({ ...sampleTerms, offered: 'off' });
    expect(state()).toEqual({ kind: 'off' });
    expect(events).toEqual([{ type: 'withdrawal-off' }]);
  });

  it('does not wait for the order where nothing is offered', async () => {
    const { state, terms } = start({ request: proof });
    await terms[0]?.answer({ ...sampleTerms, offered: 'off' });
    expect(state().kind).toBe('off');
  });

  it('takes number and items from the order the page proves', async () => {
    const { state, opened } = await shown({ request: proof });
    expect(opened[0]?.input).toEqual(proof);
    expect(state()).toMatchObject({
      kind: 'form',
      values: { contract: '1001' },
      known: { order: { number: '1001', items: [{ quantity: 1 }, { quantity: 1 }] } },
    });
  });

  it('takes them from an open session without a request', async () => {
    const { state, opened } = await shown({ session: openOrder });
    expect(opened).toHaveLength(0);
    expect((state() as FormState).known.order?.items).toHaveLength(2);
  });

  it('asks nothing of a gift’s order, whose contract is not that of who got it', async () => {
    const { opened } = await shown({ request: { by: 'gift', order: '1001', code: 'G' } });
    expect(opened).toHaveLength(0);
  });

  it('shows the form without items when the proof is refused, and tells the page', async () => {
    const { state, opened, terms, events } = start({ request: proof });
    await opened[0]?.fail(problem('proof_invalid'));
    await terms[0]?.answer(sampleTerms);
    expect(state()).toMatchObject({ kind: 'form', values: { contract: '1001' }, known: { order: null } });
    expect(events.map(({ type }) => type)).toEqual(['error', 'withdrawal-shown']);
  });

  it.each(['unreachable', 'offline', 'internal', 'unexpected'])(
    'shows the form whatever becomes of the terms (%s): a right does not wait for our network',
    async (code) => {
      const { state, terms } = start();
      await terms[0]?.fail(problem(code));
      expect(state()).toMatchObject({
        kind: 'form',
        known: { page: 'https://postlude.example/withdraw/pk_1', storeName: null },
      });
    },
  );

  it('shows the form when the terms take too long', async () => {
    const { state, world } = start({ request: proof });
    await world.pass(4000);
    expect(state().kind).toBe('form');
  });

  it.each(['origin_not_allowed', 'unknown_store'])(
    'names the plain page where this one cannot work: %s',
    async (code) => {
      const { state, terms, model } = start();
      await terms[0]?.fail(problem(code, { requestId: 'req_1' }));
      expect(state()).toMatchObject({
        kind: 'failed',
        problem: { code, requestId: 'req_1' },
        page: 'https://postlude.example/withdraw/pk_1',
      });
      model.refresh();
      await terms[1]?.answer(sampleTerms);
      expect(state().kind).toBe('form');
    },
  );
});

describe('the first step', () => {
  it('names each field that is missing or wrong, keeps all, and sends nothing', async () => {
    const { model, state, declared } = await shown();
    model.next({ name: ' ', contract: 'x'.repeat(201), email: 'anna@', items: 'y'.repeat(2001) });
    expect(state()).toMatchObject({
      kind: 'form',
      mistakes: { name: 'missing', contract: 'long', email: 'invalid', items: 'long' },
      values: { email: 'anna@' },
    });
    expect(model.news.value).toEqual({ code: 'mistakes' });
    expect(declared).toHaveLength(0);
  });

  it('leads to the check, from which everything typed comes back', async () => {
    const { model, state, declared } = await shown();
    model.next({ ...entered, items: 'the red one' });
    expect(state()).toMatchObject({ kind: 'check', phase: 'idle' });
    expect(declared).toHaveLength(0);
    model.back();
    expect(state()).toMatchObject({
      kind: 'form',
      values: { ...entered, items: 'the red one' },
      mistakes: {},
    });
  });

  it('keeps what is typed and ticked', async () => {
    const { model, state } = await shown({ request: proof });
    const [mug, towel] = (state() as FormState).known.order?.items ?? [];
    model.edit('name', 'Anna');
    model.choose(`${mug?.id}`, true);
    model.choose(`${towel?.id}`, true);
    model.choose(`${mug?.id}`, false);
    expect(state()).toMatchObject({ values: { name: 'Anna' }, chosen: [towel?.id] });
  });
});

describe('the second step', () => {
  it('declares what was entered, with spaces cut and no reason, in the language of the page', async () => {
    const { model, declared } = await checking();
    model.confirm('de');
    expect(declared[0]?.input.declared).toEqual({
      name: 'Anna Keller',
      contract: '1001',
      email: 'anna@example.com',
      items: null,
      locale: 'de',
    });
  });

  it('puts the ticked items and the shopper’s own words into one text', async () => {
    const { model, state, declared } = await shown({ request: proof });
    for (const { id } of (state() as FormState).known.order?.items ?? []) model.choose(id, true);
    model.next({ ...entered, items: ' and the box ' });
    model.confirm('en');
    expect(declared[0]?.input.declared.items).toBe(
      '1 × Stoneware mug (Sage green); 1 × Linen kitchen towel (Natural, 50 × 70 cm); and the box',
    );
  });

  it('leaves the items of the known order out of a declaration about another one', async () => {
    const { model, state, declared } = await shown({ request: proof });
    for (const { id } of (state() as FormState).known.order?.items ?? []) model.choose(id, true);
    model.next({ ...entered, contract: '2002' });
    model.confirm('en');
    expect(declared[0]?.input.declared.items).toBeNull();
  });

  it('declares once, however often the button is pressed', async () => {
    const { model, state, declared, events } = await checking();
    model.confirm('en');
    model.confirm('en');
    model.back();
    expect(state()).toMatchObject({ kind: 'check', phase: 'sending' });
    await declared[0]?.answer(sampleReceipt);
    model.confirm('en');
    expect(declared).toHaveLength(1);
    expect(state()).toMatchObject({ kind: 'done', receipt: sampleReceipt });
    expect(events.at(-1)).toEqual({ type: 'withdrawal-declared', number: 'W-7Q2K-9M4D' });
  });

  it('sends the same under the same key after a lost answer, in the language of the first time', async () => {
    const { model, state, declared, events } = await checking();
    model.confirm('en');
    await declared[0]?.fail(problem('unreachable'));
    expect(state()).toMatchObject({ kind: 'check', phase: 'failed', problem: { code: 'unreachable' } });
    expect(model.news.value).toEqual({ code: 'trouble' });
    model.back();
    model.next(entered);
    model.confirm('de');
    expect(declared[1]?.input).toEqual(declared[0]?.input);
    await declared[1]?.answer(sampleReceipt);
    expect(events.filter(({ type }) => type === 'withdrawal-declared')).toHaveLength(1);
  });

  it('sends something else under another key, and the first again under its own', async () => {
    const { model, declared } = await checking();
    const send = async (name: string) => {
      model.back();
      model.next({ ...entered, name });
      model.confirm('en');
      await declared.at(-1)?.fail(problem('timeout'));
      return declared.at(-1)?.input.key;
    };
    const first = await send('Anna');
    expect(await send('Bert')).not.toBe(first);
    expect(await send('Anna')).toBe(first);
  });

  it('makes keys where the browser has no ids of its own', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
    try {
      const { model, declared } = await checking();
      model.confirm('en');
      expect(declared[0]?.input.key).toMatch(/^[0-9a-f]{32}$/);
    } finally {
      if (own) Object.defineProperty(globalThis, 'crypto', own);
    }
  });

  it('leads back to the fields the store refuses, with everything in them', async () => {
    const { model, state, declared } = await checking();
    model.confirm('en');
    await declared[0]?.fail(problem('invalid_input', { fields: { email: 'no' } }));
    expect(state()).toMatchObject({ kind: 'form', mistakes: { email: 'invalid' }, values: entered });
    expect(model.news.value).toEqual({ code: 'mistakes' });
  });

  it('reports what nobody foresaw, and keeps the way open', async () => {
    const { model, state, declared, reported, events } = await checking();
    model.confirm('en');
    const bug = new TypeError('x is not a function');
    await declared[0]?.fail(bug);
    expect(reported).toEqual([bug]);
    expect(events.at(-1)).toEqual({ type: 'error', code: 'unexpected', requestId: null });
    expect(state()).toMatchObject({ kind: 'check', phase: 'failed' });
  });
});

describe('moved through the page', () => {
  it('goes on with what was typed', async () => {
    const first = await shown({ request: proof });
    first.model.edit('email', 'anna@ex');
    const restore = first.model.snapshot();
    first.model.dispose();
    const second = start({ restore });
    expect(second.state()).toEqual(first.state());
    expect(second.terms).toHaveLength(0);
    expect(second.events).toEqual([]);
  });

  it('sends what was confirmed again under its key, because nobody knows whether it arrived', async () => {
    const first = await checking();
    first.model.confirm('de');
    const restore = first.model.snapshot();
    first.model.dispose();
    expect(first.declared[0]?.signal.aborted).toBe(true);
    const second = start({ restore });
    expect(second.declared[0]?.input).toEqual(first.declared[0]?.input);
    await second.declared[0]?.answer(sampleReceipt);
    expect(second.state().kind).toBe('done');
  });

  it('changes no more once it is gone', async () => {
    const { model, state, terms, world } = start();
    model.dispose();
    await terms[0]?.answer(sampleTerms);
    await world.pass(60_000);
    await settle();
    expect(state().kind).toBe('loading');
    expect(world.timers.size).toBe(0);
  });
});

it('keeps who declares for another contract', async () => {
  const { model, state, declared } = await checking();
  model.confirm('en');
  await declared[0]?.answer(sampleReceipt);
  model.another();
  expect(state()).toMatchObject({
    kind: 'form',
    values: { name: 'Anna Keller', contract: '', email: entered.email, items: '' },
    chosen: [],
  });
});

it('tells the page nothing of who declares what', async () => {
  const { model, declared, events } = await checking({ request: proof });
  model.confirm('en');
  await declared[0]?.fail(problem('timeout'));
  model.confirm('en');
  await declared[1]?.answer(sampleReceipt);
  expect(events.map(({ type }) => type)).toEqual(['withdrawal-shown', 'error', 'withdrawal-declared']);
  for (const secret of ['Anna', 'anna@', '1001']) expect(JSON.stringify(events)).not.toContain(secret);
});
