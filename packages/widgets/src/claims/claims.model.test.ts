import { describe, expect, it } from 'vitest';
import { claim, claimOptions, door, sampleItem, sampleQuote } from './samples.ts';
import { problem, start } from './testing.tsx';

/** A model that shows the doors. */
async function opened(...given: Parameters<typeof start>) {
  const widget = start(...given);
  await widget.last('options').answer(claimOptions());
  return widget;
}

/** A model at its last step: the guarantee, a part that broke off, sent in for repair. */
async function atCheck(...given: Parameters<typeof start>) {
  const widget = await opened(...given);
  const { model } = widget;
  model.choose('legal_guarantee');
  model.setSymptom('flickers');
  model.next();
  model.setDescription('  It flickers since Monday. ');
  model.setSince('2026-11-23');
  model.next();
  model.setResolution('repair');
  model.setPlace('post');
  model.next();
  model.next();
  expect(widget.filing().step).toBe('check');
  return widget;
}

describe('the way to a claim', () => {
  it('leads from the best door to a claim, filed once with what was said', async () => {
    const widget = await atCheck();
    widget.model.confirm();
    widget.model.confirm();
    expect(widget.of('file')).toHaveLength(1);
    expect(widget.last('file').values.slice(1, 3)).toEqual([
      sampleItem.id,
      {
        route: 'legal_guarantee',
        symptom: 'flickers',
        description: 'It flickers since Monday.',
        since: '2026-11-23',
        uploads: [],
        resolution: 'repair',
        placeId: 'post',
      },
    ]);
    await widget.last('file').answer(claim('received'));
    expect(widget.claim()).toMatchObject({ kind: 'claim', fresh: true });
    expect(widget.events).toEqual([{ type: 'claim-filed', claimId: claim().id, route: 'legal_guarantee' }]);
    widget.model.leave();
    expect(widget.left).toEqual([true]);
  });

  it('sends another address only where something goes to it', async () => {
    const widget = await atCheck();
    const { model } = widget;
    model.goTo('address');
    model.setAddressKind('other');
    model.next();
    expect(widget.filing().mistakes).toEqual({ name: 'missing', line1: 'missing', city: 'missing' });
    model.setAddress({ name: 'Anna', line1: 'Lindenweg 4', city: 'Berlin' });
    expect(widget.filing().mistakes).toEqual({});
    model.next();
    model.confirm();
    expect(widget.last('file').values[2]).toMatchObject({
      address: { name: 'Anna', lines: ['Lindenweg 4'], city: 'Berlin', postcode: null, country: 'DE' },
    });
  });

  it('stops at what is missing, and says of a day that it cannot be', async () => {
    const widget = await opened();
    const { model } = widget;
    model.choose('legal_guarantee');
    model.next();
    expect(widget.filing()).toMatchObject({ step: 'symptom', mistakes: { symptom: 'missing' } });
    model.setSymptom('broken');
    model.next();
    model.setSince('2026-11-25');
    model.next();
    expect(widget.filing().mistakes).toEqual({
      description: 'missing',
      since: 'impossible',
      files: 'missing',
    });
  });

  it('counts whether the first help helped, once, and ends kindly when it did', async () => {
    const widget = await opened();
    const { model } = widget;
    model.choose('warranty');
    model.setSymptom('dead');
    model.next();
    expect(widget.filing().step).toBe('help');
    model.answerHelp(true);
    expect(widget.filing().solved).toBe(true);
    model.goOnAnyway();
    expect(widget.filing()).toMatchObject({ step: 'details', solved: false });
    model.back();
    model.answerHelp(false);
    model.back();
    model.answerHelp(false);
    expect(widget.of('firstHelp').map(({ values }) => values[2])).toEqual([
      { symptom: 'dead', helped: true },
      { symptom: 'dead', helped: false },
    ]);
  });

  it('sends files with progress, again after a failure, and takes them out', async () => {
    const widget = await opened();
    const { model } = widget;
    model.choose('legal_guarantee');
    model.setSymptom('broken');
    model.next();
    model.addFiles([new Blob(['%PDF-1.7']), new Blob(['x'])]);
    await widget.world.pass(0);
    await expect.poll(() => widget.of('upload').length).toBe(1);
    await widget.last('upload').fail(problem('unreachable'));
    expect(widget.filing().files[0]).toMatchObject({ state: 'failed', problem: 'unreachable' });
    await expect.poll(() => widget.of('upload').length).toBe(2);
    await widget.last('upload').answer({ id: 'upl_2' });
    const [first, second] = widget.filing().files;
    expect(second?.state).toBe('kept');
    model.retryFile(first?.id ?? '');
    await expect.poll(() => widget.of('upload').length).toBe(3);
    await widget.last('upload').answer({ id: 'upl_1' });
    model.removeFile(first?.id ?? '');
    expect(widget.filing().files).toHaveLength(1);
    expect(widget.last('removeUpload').values[1]).toBe('upl_1');
  });

  it('goes back a step at a time, and from the first one to the items', async () => {
    const widget = await atCheck();
    const steps = [];
    while (widget.left.length === 0) {
      steps.push(widget.filing().step);
      widget.model.back();
    }
    expect(steps).toEqual(['check', 'address', 'solution', 'details', 'symptom', 'doors']);
    expect(widget.left).toEqual([false]);
  });
});

describe('when something goes wrong', () => {
  it('files under the same key until there is an answer', async () => {
    const widget = await atCheck();
    widget.model.confirm();
    await widget.last('file').fail(problem('unreachable'));
    expect(widget.filing()).toMatchObject({ phase: 'failed', trouble: { code: 'unreachable' } });
    widget.model.confirm();
    const [first, second] = widget.of('file').map(({ values }) => values[3]);
    expect(second).toBe(first);
  });

  it('sends what was under way again when the network is back', async () => {
    const widget = await atCheck();
    widget.model.confirm();
    await widget.last('file').fail(problem('offline'));
    await widget.world.change({ online: false });
    await widget.world.change({ online: true });
    expect(widget.of('file')).toHaveLength(2);
  });

  it('shows the doors as they are now when one was closed meanwhile, in another tab or by the store', async () => {
    const widget = await atCheck();
    widget.model.confirm();
    await widget.last('file').fail(problem('route_closed'));
    await widget
      .last('options')
      .answer(
        claimOptions({ doors: [door('legal_guarantee', { because: 'claim_open' })], claims: [claim()] }),
      );
    expect(widget.filing()).toMatchObject({
      step: 'doors',
      phase: 'failed',
      trouble: { code: 'route_closed' },
      choice: { description: '  It flickers since Monday. ' },
    });
  });

  it('goes to the step that is wrong, with all that was said', async () => {
    const widget = await atCheck();
    widget.model.confirm();
    await widget.last('file').fail(problem('date_impossible'));
    await widget.last('options').answer(claimOptions());
    expect(widget.filing()).toMatchObject({ step: 'details', trouble: { code: 'date_impossible' } });
  });

  it('keeps everything when the session ends, and files once there is another', async () => {
    const widget = await atCheck();
    widget.model.confirm();
    await widget.last('file').fail(problem('session_invalid'));
    expect(widget.ended).toEqual(['ended']);
    widget.model.refresh();
    expect(widget.of('file')).toHaveLength(2);
  });

  it('says so when nothing can be read, and tries again', async () => {
    const widget = start();
    await widget.last('options').fail(problem('internal'));
    expect(widget.model.state.value).toMatchObject({ kind: 'failed', problem: { code: 'internal' } });
    expect(widget.events).toEqual([{ type: 'error', code: 'internal', requestId: null }]);
    widget.model.refresh();
    await widget.last('options').answer(claimOptions());
    expect(widget.filing().step).toBe('doors');
  });
});

describe('a draft', () => {
  it('is kept once something was said, and gone on with', async () => {
    const first = await opened();
    first.model.choose('legal_guarantee');
    await first.world.pass(1000);
    expect(first.drafts.kept.size).toBe(0);
    first.model.setSymptom('flickers');
    first.model.next();
    first.model.setDescription('It flickers.');
    first.model.dispose();
    const second = start({ drafts: first.drafts });
    await second.last('options').answer(claimOptions());
    expect(second.filing()).toMatchObject({
      step: 'details',
      choice: { route: 'legal_guarantee', symptom: 'flickers', description: 'It flickers.' },
    });
  });

  it('is filed again after a reload under the key it went out with, and then forgotten', async () => {
    const first = await atCheck();
    first.model.confirm();
    first.model.dispose();
    const second = start({ drafts: first.drafts });
    await second.last('options').answer(claimOptions());
    expect(second.last('file').values[3]).toBe(first.last('file').values[3]);
    await second.last('file').answer(claim());
    expect(first.drafts.kept.size).toBe(0);
  });

  it('is not kept where the page keeps nothing', async () => {
    const widget = await opened({ drafts: null });
    widget.model.choose('legal_guarantee');
    widget.model.setSymptom('dead');
    await widget.world.pass(1000);
    expect(widget.filing().choice.symptom).toBe('dead');
  });
});

describe('a claim', () => {
  const shown = async (...facts: Parameters<typeof claim>) => {
    const widget = start({ claimId: claim().id });
    await widget.last('read').answer({ state: 'fresh', claim: claim(...facts), etag: '"1"' });
    return widget;
  };

  it('is opened from a list, and read again when its time comes', async () => {
    const widget = await shown('received', { refreshAfter: 60 });
    expect(widget.claim().claim.status).toBe('received');
    await widget.world.pass(70_000);
    expect(widget.of('read')).toHaveLength(2);
    expect(widget.last('read').values[1]).toMatchObject({ etag: '"1"' });
    await widget.last('read').answer({ state: 'fresh', claim: claim('approved'), etag: '"2"' });
    expect(widget.model.news.value).toEqual({ code: 'status_changed', status: 'approved' });
    widget.model.leave();
    expect(widget.left).toEqual([true]);
  });

  it('takes the answer to the quote that was read, once', async () => {
    const quote = sampleQuote();
    const widget = await shown('quoted', { quote });
    widget.model.answerQuote(true);
    widget.model.answerQuote(false);
    expect(widget.of('answerQuote').map(({ values }) => values[2])).toEqual([
      { quoteId: quote.id, accept: true },
    ]);
    await widget
      .last('answerQuote')
      .answer(claim('in_repair', { quote: sampleQuote({ state: 'accepted' }) }));
    expect(widget.claim()).toMatchObject({ doing: null, claim: { status: 'in_repair' } });
    expect(widget.events).toContainEqual({ type: 'quote-answered', claimId: claim().id, accepted: true });
  });

  it('shows how it stands when a quote is not open any more', async () => {
    const widget = await shown('quoted', { quote: sampleQuote() });
    widget.model.answerQuote(true);
    await widget.last('answerQuote').fail(problem('quote_not_open'));
    expect(widget.claim().trouble).toMatchObject({ action: 'accept', problem: { code: 'quote_not_open' } });
    await widget.world.pass(1);
    await widget.last('read').answer({
      state: 'fresh',
      claim: claim('quoted', { quote: sampleQuote({ state: 'expired' }) }),
      etag: null,
    });
    expect(widget.claim().claim.quote?.state).toBe('expired');
  });

  it('is cancelled, and told of', async () => {
    const widget = await shown();
    widget.model.cancelClaim();
    await widget.last('cancel').answer(claim('cancelled'));
    expect(widget.events).toContainEqual({ type: 'claim-cancelled', claimId: claim().id });
  });

  it('takes messages with files, and keeps the text when one is not sent', async () => {
    const widget = await shown('waiting', { question: 'Which bulb?' });
    widget.model.addMessageFiles([new Blob(['x'])]);
    await expect.poll(() => widget.of('upload').length).toBe(1);
    expect(await widget.model.sendMessage('An LED.')).toBe(false);
    await widget.last('upload').answer({ id: 'upl_1' });
    const first = widget.model.sendMessage('An LED.');
    await widget.last('message').fail(problem('unreachable'));
    expect(await first).toBe(false);
    expect(widget.claim().files).toHaveLength(1);
    const second = widget.model.sendMessage('An LED.');
    expect(widget.last('message').values.slice(2, 4)).toEqual([
      { text: 'An LED.', uploads: ['upl_1'] },
      widget.of('message')[0]?.values[3],
    ]);
    await widget.last('message').answer(claim('under_review'));
    expect(await second).toBe(true);
    expect(widget.claim().files).toEqual([]);
  });

  it('says that it may be old while it cannot be read', async () => {
    const widget = await shown('in_repair', { refreshAfter: 60 });
    await widget.world.pass(70_000);
    await widget.last('read').fail(problem('unreachable'));
    expect(widget.claim()).toMatchObject({ stale: true, refreshing: false });
    await widget.world.pass(20_000);
    expect(widget.of('read').length).toBeGreaterThan(2);
  });

  it('leads back to what can be done', async () => {
    const widget = await shown('declined');
    widget.model.showDoors();
    await widget.last('options').answer(claimOptions());
    expect(widget.filing().step).toBe('doors');
  });
});
