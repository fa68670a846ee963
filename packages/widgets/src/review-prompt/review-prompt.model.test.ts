import { describe, expect, it } from 'vitest';
import { sampleLines } from '../order-tracking/samples.ts';
import { offerOf, ownReview, reviewForm, shopSubject, subject } from './samples.ts';
import { asked, fakeStore, opened, problem, sampleSession, settled, start } from './testing.ts';

const { mug, towel, lamp } = sampleLines;
const one = reviewForm([subject(mug)]);
const three = reviewForm([subject(mug), subject(towel), subject(lamp)]);
const orderId = one.orderId;

describe('an ask', () => {
  it('shows nothing while it opens, when nothing is due, and when it cannot be read', async () => {
    const widget = start();
    expect(widget.model.hidden.value).toBe(true);
    await widget.last('open').answer(sampleSession());
    await widget.last('ask').answer({ offer: null, refreshAfter: null });
    expect(widget.model.hidden.value).toBe(true);
    expect(widget.of('form')).toHaveLength(0);
    const other = start();
    await other.last('open').answer(sampleSession());
    await other.last('ask').fail(problem('internal'));
    expect(other.model.hidden.value).toBe(true);
    expect(other.events.at(-1)).toMatchObject({ type: 'error', code: 'internal' });
  });

  it('leaves an ask for a registration to the page', async () => {
    const widget = start();
    await widget.last('open').answer(sampleSession());
    await widget.last('ask').answer({ offer: offerOf(one, 'registration'), refreshAfter: null });
    expect(widget.events.at(-1)).toMatchObject({ type: 'ask-due', kind: 'registration' });
    expect(widget.model.hidden.value).toBe(true);
  });

  it('asks again when it is worth it, and only while somebody looks', async () => {
    const widget = start();
    await widget.last('open').answer(sampleSession());
    await widget.last('ask').answer({ offer: null, refreshAfter: 60 });
    await widget.world.change({ visible: false });
    await widget.world.pass(70_000);
    expect(widget.of('ask')).toHaveLength(1);
    await widget.world.change({ visible: true });
    await widget.world.pass(1);
    expect(widget.of('ask')).toHaveLength(2);
  });

  it('tells once that it was seen, and is put off without another word', async () => {
    const widget = await asked(one);
    expect(widget.model.hidden.value).toBe(false);
    widget.model.seen();
    widget.model.seen();
    expect(widget.of('respond').map(({ values }) => (values[1] as { response: string }).response)).toEqual([
      'shown',
    ]);
    widget.model.dismiss();
    expect(widget.model.hidden.value).toBe(true);
    expect(widget.last('respond').values[1]).toMatchObject({ response: 'dismissed' });
    expect(widget.events.at(-1)).toEqual({ type: 'ask-dismissed', kind: 'review' });
  });

  it('is about what is asked and the shop after it; the plain form about everything that is open', async () => {
    const form = reviewForm([subject(mug), subject(towel, { review: ownReview(towel) }), shopSubject()]);
    expect((await asked(form)).ready().sitting).toEqual([mug.id, 'store']);
    const plain = await opened(reviewForm([subject(mug), subject(lamp, { closed: 'gift' })]));
    expect(plain.ready().sitting).toEqual([mug.id]);
    expect(plain.of('ask')).toHaveLength(0);
  });

  it('goes on with what was begun, though nothing is due any more', async () => {
    const store = fakeStore({
      [orderId]: {
        drafts: { [mug.id]: { stars: 2 } },
        at: Date.parse('2026-11-24T14:00:00Z'),
        isThere: false,
      },
    });
    const widget = start({ drafts: store });
    await widget.last('open').answer(sampleSession());
    await widget.last('ask').answer({ offer: null, refreshAfter: null });
    await widget.last('form').answer(three);
    expect(widget.ready().sitting).toEqual([mug.id]);
    expect(widget.ready().drafts[mug.id]?.stars).toBe(2);
  });
});

describe('one tap', () => {
  it('is kept here at once and with the backend', async () => {
    const widget = await asked(one);
    widget.model.setStars(mug.id, 4);
    expect(widget.store.kept[orderId]).toMatchObject({ drafts: { [mug.id]: { stars: 4 } }, isThere: false });
    await settled();
    expect(widget.last('putDrafts').values[1]).toEqual({ drafts: { [mug.id]: { stars: 4 } } });
    await widget.last('putDrafts').answer({});
    expect(widget.store.kept[orderId]?.isThere).toBe(true);
  });

  it('waits for the network where there is none', async () => {
    const widget = await asked(one);
    await widget.world.change({ online: false });
    widget.model.setStars(mug.id, 4);
    await settled();
    await widget.last('putDrafts').fail(problem('offline'));
    await widget.world.change({ online: true });
    await settled();
    expect(widget.of('putDrafts')).toHaveLength(2);
  });

  it('takes what the backend has, and what was written here and is not there yet', async () => {
    const form = reviewForm([subject(mug), subject(towel)], {
      drafts: { [mug.id]: { stars: 3 }, [towel.id]: { stars: 3 } },
    });
    const at = Date.parse('2026-11-24T14:00:00Z');
    const drafts = { [mug.id]: { stars: 5 } };
    const fresh = await asked(form, { drafts: fakeStore({ [orderId]: { drafts, at, isThere: false } }) });
    expect([mug.id, towel.id].map((key) => fresh.ready().drafts[key]?.stars)).toEqual([5, 3]);
    const old = await asked(form, { drafts: fakeStore({ [orderId]: { drafts, at, isThere: true } }) });
    expect(old.ready().drafts[mug.id]?.stars).toBe(3);
  });

  it('is kept by the backend alone where the page may keep nothing', async () => {
    const widget = await asked(one, { drafts: null });
    widget.model.setStars(mug.id, 4);
    await settled();
    expect(widget.of('putDrafts')).toHaveLength(1);
  });
});

describe('the steps', () => {
  it('go on and back, and leave out what the store does not ask', async () => {
    const fields = { ...subject(mug).fields, prosAndCons: 'off', recommend: 'off' } as const;
    const widget = await opened(reviewForm([subject(mug, { fields, scales: [] })]));
    widget.model.setStars(mug.id, 4);
    widget.model.write(mug.id);
    expect(widget.ready()).toMatchObject({ screen: 'write', step: 'words' });
    widget.model.next();
    await settled();
    expect(widget.ready().step).toBe('media');
    widget.model.back();
    await settled();
    widget.model.back();
    await settled();
    expect(widget.ready()).toMatchObject({ screen: 'overview', at: null });
  });

  it('hold up where something the store asks for is missing, and let on once it is there', async () => {
    const fields = { ...subject(mug).fields, text: 'required' } as const;
    const widget = await opened(reviewForm([subject(mug, { fields })]));
    widget.model.setStars(mug.id, 4);
    widget.model.write(mug.id);
    widget.model.next();
    await settled();
    expect(widget.ready()).toMatchObject({ step: 'words', mistakes: { text: 'missing' } });
    widget.model.change({ text: 'Good.' });
    await settled();
    expect(widget.ready().mistakes).toEqual({});
    widget.model.next();
    await settled();
    expect(widget.ready().step).toBe('points');
  });

  it('keep what is typed when it rests, and at once when the page goes', async () => {
    const widget = await opened(one);
    widget.model.setStars(mug.id, 4);
    await settled();
    await widget.last('putDrafts').answer({});
    widget.model.write(mug.id);
    widget.model.change({ text: 'Goo' });
    widget.model.change({ text: 'Good' });
    await settled();
    expect(widget.of('putDrafts')).toHaveLength(1);
    await widget.world.pass(2_000);
    expect(widget.last('putDrafts').values[1]).toEqual({ drafts: { [mug.id]: { stars: 4, text: 'Good' } } });
    widget.model.change({ text: 'Good.' });
    await settled();
    await widget.world.change({ visible: false });
    await settled();
    expect(widget.last('putDrafts').values[1]).toMatchObject({ drafts: { [mug.id]: { text: 'Good.' } } });
    expect(widget.last('putDrafts').values[3]).toBe(true);
  });

  it('send photos one after the other, and hold up the next step until they are there', async () => {
    const widget = await opened(one);
    widget.model.setStars(mug.id, 4);
    widget.model.write(mug.id);
    widget.model.goTo('media');
    await settled();
    widget.model.addPhotos([new Blob(['a'], { type: 'image/jpeg' })]);
    await settled();
    widget.model.next();
    await settled();
    expect(widget.ready()).toMatchObject({ step: 'media', mistakes: { photos: 'sending' } });
    await widget.last('upload').answer({ id: 'upl_1' });
    expect(widget.ready().mistakes).toEqual({});
    widget.model.next();
    await settled();
    expect(widget.ready().step).toBe('check');
  });
});
