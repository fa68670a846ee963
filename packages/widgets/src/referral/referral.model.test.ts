import { describe, expect, it } from 'vitest';
import { sampleCard, sampleReferral } from './samples.ts';
import { problem, sampleSession, start } from './testing.ts';

const offer = { kind: 'referral', asks: [{ id: 'ask_1', lineId: 'lin_1', reviewId: null }] };

/** A widget that shows this card. */
async function opened(card = sampleCard()) {
  const widget = start();
  await widget.last('open').answer(sampleSession());
  await widget.last('card').answer(card);
  return widget;
}

describe('taking part', () => {
  it('sends the name that was typed, and no name where the field was left empty', async () => {
    const { model, last, events, ready } = await opened(sampleCard({ invitation: null }));
    expect(ready().name).toBe('Ada');
    model.editName('  ');
    model.join();
    expect(last('join').values[1]).toMatchObject({ name: null });
    await last('join').answer(sampleCard());
    expect(ready().card.invitation?.code).toBe('ADA-7K3M');
    expect(model.news.value).toEqual({ code: 'joined', invitation: 'ADA-7K3M' });
    expect(events).toContainEqual({ type: 'referral-joined' });
  });

  it('is asked for once, however often it is pressed, and can be tried again', async () => {
    const { model, of, last, ready } = await opened(sampleCard({ invitation: null }));
    model.join();
    model.join();
    expect(of('join')).toHaveLength(1);
    await last('join').fail(problem('unreachable'));
    expect(ready()).toMatchObject({
      doing: null,
      trouble: { doing: 'join', problem: { code: 'unreachable' } },
    });
    model.join();
    await last('join').answer(sampleCard());
    expect(ready().trouble).toBeNull();
  });

  it('tells how friends see the shopper when only the name is changed', async () => {
    const { model, last, events } = await opened();
    model.nameAgain(true);
    model.editName('Ada L.');
    model.join();
    const invitation = sampleCard().invitation;
    await last('join').answer(sampleCard({ invitation: invitation && { ...invitation, name: 'Ada L.' } }));
    expect(model.news.value).toEqual({ code: 'named', name: 'Ada L.' });
    expect(events).not.toContainEqual({ type: 'referral-joined' });
  });
});

describe('the message', () => {
  it('is the one to begin with until it is changed, and again when it is taken back', async () => {
    const { model } = await opened();
    const first = sampleCard().invitation?.message;
    expect(model.messageToShare()).toBe(first);
    model.editMessage('Look at this');
    expect(model.messageToShare()).not.toBe(first);
    model.resetMessage();
    expect(model.messageToShare()).toBe(first);
  });

  it('keeps link and code, whatever was written', async () => {
    const { model } = await opened();
    const { link = '', code = '' } = sampleCard().invitation ?? {};
    model.editMessage('Look at this');
    expect(model.messageToShare()).toBe(`Look at this\n${code}\n${link}`);
    // The code inside the link is not said.
    model.editMessage(`See ${link}`);
    expect(model.messageToShare()).toBe(`See ${link}\n${code}`);
    model.editMessage(`Say ${code}`);
    expect(model.messageToShare()).toBe(`Say ${code}\n${link}`);
    model.editMessage('   ');
    expect(model.messageToShare()).toBe(sampleCard().invitation?.message);
  });
});

describe('sharing', () => {
  it('is told by its channel alone, and a failure to tell it troubles nobody', async () => {
    const { model, last, events, ready } = await opened();
    model.shared('whatsapp');
    expect(last('share').values[1]).toEqual({ channel: 'whatsapp' });
    await last('share').fail(problem('unreachable'));
    expect(ready().trouble).toBeNull();
    expect(events.at(-1)).toEqual({ type: 'referral-shared', channel: 'whatsapp' });
  });
});

describe('news', () => {
  it('are asked for when the backend said, and only while somebody looks', async () => {
    const { world, of, last, ready } = await opened(sampleCard({ refreshAfter: 60 }));
    await world.change({ visible: false });
    await world.pass(120_000);
    expect(of('card')).toHaveLength(1);
    await world.change({ visible: true });
    await world.pass(1);
    expect(of('card')).toHaveLength(2);
    await last('card').answer(sampleCard({ referrals: [sampleReferral(1, 'held', 'Waiting.')] }));
    expect(ready().referrals).toHaveLength(1);
  });

  it('that do not come leave what is shown, and are asked for again', async () => {
    const { world, of, last, ready } = await opened(sampleCard({ refreshAfter: 60 }));
    await world.pass(60_000);
    await last('card').fail(problem('unreachable'));
    expect(ready()).toMatchObject({ stale: true, trouble: null });
    await world.pass(60_000);
    expect(of('card')).toHaveLength(3);
    await last('card').answer(sampleCard());
    expect(ready().stale).toBe(false);
  });

  it('keep what was asked for after the first ones', async () => {
    const [one, two, three] = [1, 2, 3].map((count) => sampleReferral(count, 'claimed', `${count}`));
    const first = sampleCard({ referrals: [one as never], next: 'c1', refreshAfter: 60 });
    const { model, world, last, ready } = await opened(first);
    model.more();
    expect(last('list').values[1]).toBe('c1');
    await last('list').answer({ items: [one, two], next: null });
    expect(model.news.value).toEqual({ code: 'more', count: 1 });
    await world.pass(60_000);
    await last('card').answer({ ...first, referrals: [three, one] });
    expect(ready().referrals.map(({ words }) => words)).toEqual(['3', '1', '2']);
    expect(ready().next).toBeNull();
  });
});

describe('an ask', () => {
  it('shows nothing where none is due, or one for something else', async () => {
    const { model, last, of } = start({ mode: 'ask' });
    await last('open').answer(sampleSession());
    await last('ask').answer({ offer: { ...offer, kind: 'review' }, refreshAfter: null });
    expect(model.hidden.value).toBe(true);
    expect(of('card')).toEqual([]);
  });

  it('is shown when it is due, told once, and put off', async () => {
    const { model, last, of, events } = start({ mode: 'ask' });
    await last('open').answer(sampleSession());
    await last('ask').answer({ offer, refreshAfter: null });
    await last('card').answer(sampleCard({ invitation: null }));
    expect(model.hidden.value).toBe(false);
    model.seen();
    model.seen();
    expect(of('respond').map(({ values }) => values[1])).toEqual([{ askIds: ['ask_1'], response: 'shown' }]);
    model.dismiss();
    expect(last('respond').values[1]).toEqual({ askIds: ['ask_1'], response: 'dismissed' });
    expect(model.hidden.value).toBe(true);
    expect(events.at(-1)).toEqual({ type: 'ask-dismissed', kind: 'referral' });
  });
});

describe('a session that has ended', () => {
  it('is opened again by its proof without a word', async () => {
    const { model, last, of, ready } = await opened();
    model.refresh();
    await last('card').fail(problem('session_invalid'));
    await last('open').answer(sampleSession());
    expect(of('card')).toHaveLength(3);
    await last('card').answer(sampleCard({ suggestedName: 'Ada B.' }));
    expect(ready().card.suggestedName).toBe('Ada B.');
  });

  it('leads to the form where its proof opens nothing any more', async () => {
    const { model, last } = await opened();
    model.refresh();
    await last('card').fail(problem('session_invalid'));
    await last('open').fail(problem('proof_invalid'));
    expect(model.state.value).toMatchObject({ kind: 'lookup', because: 'session_ended' });
  });
});
