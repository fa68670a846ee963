import { describe, expect, it } from 'vitest';
import { sampleLines } from '../order-tracking/samples.ts';
import { offerOf, ownReview, reviewForm, subject } from './samples.ts';
import { asked, opened, problem, settled } from './testing.ts';

const { mug, towel, lamp } = sampleLines;
const one = reviewForm([subject(mug)]);
const three = reviewForm([subject(mug), subject(towel), subject(lamp)]);
const pending = (line: typeof mug | typeof towel | typeof lamp) =>
  ownReview(line, { moderation: 'pending', publishedAt: null });

describe('sending', () => {
  it('sends the stars alone, with the name that tells the least, once however often it is pressed', async () => {
    const widget = await asked(one);
    widget.model.setStars(mug.id, 4);
    widget.model.send(mug.id);
    widget.model.send(mug.id);
    await settled();
    expect(widget.of('send')).toHaveLength(1);
    const [, review, key] = widget.last('send').values;
    expect(review).toMatchObject({ lineId: mug.id, content: { stars: 4, text: null, name: 'Mara O.' } });
    expect(key).toMatch(/\S{8}/);
    await widget.last('send').answer(pending(mug));
    expect(widget.ready()).toMatchObject({ screen: 'done', sent: [mug.id], drafts: {} });
    const sent = widget.events.find(({ type }) => type === 'review-sent');
    expect(Object.keys(sent ?? {}).sort()).toEqual(['lineId', 'reviewId', 'type']);
  });

  it('leads through an order, each sent or skipped by itself, and loses nothing where one fails', async () => {
    const widget = await asked(three);
    widget.model.setStars(mug.id, 5);
    widget.model.setStars(towel.id, 2);
    widget.model.send(mug.id);
    await settled();
    await widget.last('send').fail(problem('internal', { requestId: 'r1' }));
    expect(widget.ready()).toMatchObject({
      screen: 'overview',
      troubles: { [mug.id]: { action: 'send', problem: { requestId: 'r1' } } },
    });
    const first = widget.last('send').values[2];
    widget.model.send(towel.id);
    await settled();
    await widget.last('send').answer(pending(towel));
    expect(widget.ready()).toMatchObject({ screen: 'overview', sent: [towel.id] });
    expect(widget.ready().drafts[mug.id]?.stars).toBe(5);
    widget.model.skip(lamp.id);
    await settled();
    widget.model.send(mug.id);
    await settled();
    expect(widget.last('send').values[2]).toBe(first);
    await widget.last('send').answer(pending(mug));
    expect(widget.ready()).toMatchObject({ screen: 'done', sent: [towel.id, mug.id], skipped: [lamp.id] });
  });

  it('thanks, and asks at most for what may be asked then: nothing that was left out just now, and no other kind by itself', async () => {
    const two = reviewForm([subject(mug), subject(towel)]);
    const left = offerOf(reviewForm([subject(towel)]));
    const answers = [
      { offer: null, further: null },
      { offer: left, further: null },
      { offer: { ...left, kind: 'registration' as const }, further: null },
      { offer: { ...left, kind: 'referral' as const }, further: 'referral' },
    ];
    for (const { offer, further } of answers) {
      const widget = await asked(two);
      widget.model.setStars(mug.id, 4);
      widget.model.skip(towel.id);
      widget.model.send(mug.id);
      await settled();
      await widget.last('send').answer(pending(mug));
      await widget.last('ask').answer({ offer, refreshAfter: null });
      expect(widget.ready()).toMatchObject({ screen: 'done', skipped: [towel.id] });
      expect(widget.ready().further?.kind ?? null).toBe(further);
      // Another widget asks for that; there is nothing to go on with here.
      widget.model.goFurther();
      await settled();
      expect(widget.ready().screen).toBe('done');
    }
  });

  it('sends by itself what the network kept back', async () => {
    const widget = await asked(one);
    widget.model.setStars(mug.id, 4);
    widget.model.send(mug.id);
    await settled();
    await widget.last('send').fail(problem('unreachable'));
    await widget.world.change({ online: false });
    await widget.world.change({ online: true });
    await settled();
    expect(widget.of('send')).toHaveLength(2);
  });

  it('shows the one that another window has sent', async () => {
    const widget = await asked(one);
    widget.model.setStars(mug.id, 4);
    widget.model.send(mug.id);
    await settled();
    await widget.last('send').fail(problem('conflict'));
    await widget.last('form').answer(reviewForm([subject(mug, { review: pending(mug) })]));
    expect(widget.ready()).toMatchObject({ screen: 'own', at: mug.id, drafts: {} });
    expect(widget.ready().troubles[mug.id]?.problem.code).toBe('conflict');
  });

  it('asks to agree where the store has terms now', async () => {
    const widget = await asked(one);
    widget.model.setStars(mug.id, 4);
    widget.model.send(mug.id);
    await settled();
    await widget.last('send').fail(problem('terms_required'));
    const terms = { text: 'Be kind.', url: null };
    await widget.last('form').answer({ ...one, terms });
    expect(widget.ready()).toMatchObject({ screen: 'write', step: 'check', mistakes: { terms: 'missing' } });
    widget.model.agree(true);
    await settled();
    widget.model.send(mug.id);
    await settled();
    expect(widget.last('send').values[1]).toMatchObject({ termsAgreed: true });
  });

  it('leaves the others where one cannot be reviewed any more', async () => {
    const widget = await asked(three);
    widget.model.setStars(mug.id, 4);
    widget.model.send(mug.id);
    await settled();
    await widget.last('send').fail(problem('review_closed'));
    await widget
      .last('form')
      .answer(reviewForm([subject(mug, { closed: 'order_cancelled' }), subject(towel), subject(lamp)]));
    expect(widget.ready()).toMatchObject({ screen: 'overview', at: null });
  });

  it('keeps everything over a session that has ended', async () => {
    const proven = await asked(one);
    proven.model.setStars(mug.id, 4);
    proven.model.send(mug.id);
    await settled();
    await proven.last('send').fail(problem('session_invalid'));
    expect(proven.of('open')).toHaveLength(2);
    await proven.last('open').fail(problem('session_invalid'));
    expect(proven.model.state.value).toMatchObject({ kind: 'lookup', because: 'session_ended' });
  });

  it('offers one further ask where there is one', async () => {
    const widget = await asked(one);
    widget.model.setStars(mug.id, 5);
    widget.model.send(mug.id);
    await settled();
    const review = ownReview(mug);
    await widget.last('send').answer(review);
    const offer = offerOf(reviewForm([subject(mug, { review })]), 'media');
    await widget.last('ask').answer({ offer, refreshAfter: null });
    expect(widget.ready().further?.kind).toBe('media');
    expect(widget.last('respond').values[1]).toMatchObject({ response: 'shown' });
    const told = widget.of('respond').length;
    widget.model.goFurther();
    await settled();
    expect(widget.ready()).toMatchObject({ screen: 'own', at: mug.id, further: null });
    expect(widget.of('respond')).toHaveLength(told);
  });
});

describe('an own review', () => {
  const form = reviewForm([subject(mug, { review: ownReview(mug) })]);

  it('is changed as a whole, and what is changed is no draft', async () => {
    const widget = await opened(form);
    widget.model.showOwn(mug.id);
    widget.model.amend(mug.id);
    await settled();
    expect(widget.ready()).toMatchObject({ screen: 'write', editing: true, step: 'words' });
    widget.model.change({ text: 'Still good.' });
    await settled();
    await widget.world.pass(5_000);
    expect(widget.of('putDrafts')).toHaveLength(0);
    widget.model.send(mug.id);
    await settled();
    expect(widget.last('edit').values[2]).toMatchObject({
      stars: 4,
      text: 'Still good.',
      pros: ['Heavy in a good way', 'Fits the dishwasher'],
      name: 'Mara O.',
    });
    await widget.last('edit').answer(ownReview(mug, { editedAt: '2026-11-24T15:00:00.000Z' }));
    expect(widget.ready()).toMatchObject({ screen: 'own', editing: false, sent: [] });
    expect(widget.events.at(-1)).toMatchObject({ type: 'review-edited' });
  });

  it('is withdrawn', async () => {
    const widget = await opened(form);
    widget.model.showOwn(mug.id);
    widget.model.withdraw(mug.id);
    await settled();
    await widget.last('withdraw').answer(ownReview(mug, { visibility: 'withdrawn', publishedAt: null }));
    expect(widget.ready().form.subjects[0]?.review?.visibility).toBe('withdrawn');
    expect(widget.events.at(-1)).toMatchObject({ type: 'review-withdrawn' });
  });
});
