import { describe, expect, it } from 'vitest';
import { settle } from '../../order-tracking/testing.ts';
import { mugs, opened, problem } from '../testing.ts';
import type { PreparedPhoto } from './photo.ts';

const file = (text: string): Blob => new Blob([text], { type: 'image/jpeg' });
const photosOf = (widget: Awaited<ReturnType<typeof opened>>) => widget.choosing().items[0]?.photos ?? [];

/** A widget that asks for photos of the mugs. */
async function asking(
  preparePhoto = async (given: Blob): Promise<PreparedPhoto> => ({ file: given, preview: null }),
) {
  const widget = await opened({ preparePhoto });
  widget.model.choose(mugs, 1);
  widget.model.next();
  widget.model.setReason(mugs, 'quality');
  return widget;
}

describe('photos', () => {
  it('are prepared and sent one after the other, and told how far they are', async () => {
    const widget = await asking();
    const { model, of, last } = widget;
    model.addPhotos(mugs, [file('one'), file('two')]);
    expect(photosOf(widget).map(({ state }) => state)).toEqual(['preparing', 'preparing']);
    await settle();
    expect(of('upload')).toHaveLength(1);
    expect(photosOf(widget).map(({ state }) => state)).toEqual(['sending', 'preparing']);
    (last('upload').values[2] as { onProgress(share: number): void }).onProgress(0.5);
    expect(photosOf(widget)[0]).toMatchObject({ progress: 0.5 });
    await last('upload').answer({ id: 'upl_1' });
    expect(of('upload')).toHaveLength(2);
    expect(last('upload').values[2]).toMatchObject({ purpose: 'return' });
    await last('upload').answer({ id: 'upl_2' });
    expect(photosOf(widget)).toMatchObject([
      { state: 'kept', uploadId: 'upl_1' },
      { state: 'kept', uploadId: 'upl_2' },
    ]);
  });

  it('hold up the next step until they are there', async () => {
    const widget = await asking();
    const { model, last, choosing } = widget;
    model.addPhotos(mugs, [file('one')]);
    model.next();
    expect(choosing()).toMatchObject({ step: 'reasons', mistakes: { [`${mugs}.photos`]: 'sending' } });
    await settle();
    await last('upload').answer({ id: 'upl_1' });
    expect(choosing().mistakes).toEqual({});
    model.next();
    expect(choosing().step).toBe('resolutions');
  });

  it('that did not get through are sent again as they were prepared, and hold up nothing', async () => {
    let prepared = 0;
    const preview = { width: 1, height: 1, draw: () => {} };
    const widget = await asking(async () => {
      prepared++;
      return { file: file('smaller'), preview };
    });
    const { model, of, last } = widget;
    model.addPhotos(mugs, [file('one')]);
    await settle();
    await last('upload').fail(problem('unreachable'));
    expect(photosOf(widget)).toMatchObject([{ state: 'failed', problem: 'unreachable' }]);
    model.retryPhoto(photosOf(widget)[0]?.id ?? '');
    await settle();
    expect(of('upload')).toHaveLength(2);
    expect(prepared).toBe(1);
    expect((last('upload').values[1] as Blob).size).toBe('smaller'.length);
  });

  it('that are of no use say why, and let the others through', async () => {
    const widget = await asking(async (given) => {
      if (given.size === 0) throw problem('empty');
      return { file: given, preview: null };
    });
    widget.model.addPhotos(mugs, [file(''), file('two')]);
    await settle();
    await widget.last('upload').answer({ id: 'upl_2' });
    expect(photosOf(widget)).toMatchObject([{ state: 'failed', problem: 'empty' }, { state: 'kept' }]);
  });

  it('can be taken out, on their way or there, and no more are taken than fit', async () => {
    const widget = await asking();
    const { model, of, last } = widget;
    model.addPhotos(
      mugs,
      Array.from({ length: 9 }, (_, n) => file(`${n}`)),
    );
    expect(photosOf(widget)).toHaveLength(6);
    await settle();
    const first = last('upload');
    model.removePhoto(photosOf(widget)[0]?.id ?? '');
    expect((first.values[2] as { signal: AbortSignal }).signal.aborted).toBe(true);
    await first.fail(problem('aborted'));
    expect(photosOf(widget)).toHaveLength(5);
    await last('upload').answer({ id: 'upl_2' });
    model.removePhoto(photosOf(widget)[0]?.id ?? '');
    expect(last('removeUpload').values[1]).toBe('upl_2');
    expect(of('removeUpload')).toHaveLength(1);
  });

  it('stop with the model', async () => {
    const widget = await asking();
    widget.model.addPhotos(mugs, [file('one'), file('two')]);
    await settle();
    widget.model.dispose();
    expect((widget.last('upload').values[2] as { signal: AbortSignal }).signal.aborted).toBe(true);
    await widget.last('upload').fail(problem('aborted'));
    expect(widget.of('upload')).toHaveLength(1);
  });
});
