import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../kit/icon.tsx';
import type { Ui } from '../ui.ts';
import type { Photo } from './photo.ts';

interface PhotoTileProps {
  readonly ui: Ui;
  readonly photo: Photo;
  readonly n: number;
  readonly of: string;
}

/** One photo: what it shows, how far it is, and what can be done about it. Drawn, because a page may forbid pictures of its own making. */
export function PhotoTile({ ui, photo, n, of }: PhotoTileProps): VNode {
  const { state, progress, preview, problem } = photo;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && preview) preview.draw(canvas.current);
  }, [preview]);
  const percent = progress === null ? null : Math.round(progress * 100);
  const name = ui.say('photo', { n });
  const sending = percent === null ? ui.say('photo.sending') : ui.say('photo.progress', { percent });
  const words =
    state === 'failed'
      ? (ui.known(`photo.problem.${problem}`) ?? ui.say('photo.problem.other'))
      : state === 'kept'
        ? ui.say('photo.kept')
        : state === 'preparing'
          ? ui.say('photo.preparing')
          : sending;
  const isUseless =
    /^(heic|empty|not_a_photo|not_readable|too_large|upload_type|upload_damaged|upload_limit)$/;
  return (
    <li class={`photo-tile ${state}`} part="photo">
      <span class="photo-frame">
        {preview ? (
          <canvas ref={canvas} width={preview.width} height={preview.height} />
        ) : (
          <Icon name={state === 'failed' ? 'alert' : state === 'kept' ? 'check' : 'camera'} />
        )}
        {state === 'preparing' || state === 'sending' ? (
          <progress
            class="photo-bar"
            aria-label={name}
            {...(percent === null ? {} : { value: percent, max: 100 })}
          />
        ) : null}
      </span>
      <span class={state === 'failed' ? 'photo-words error' : 'photo-words quiet'}>
        <span class="unseen">{name}</span>
        <span>{words}</span>
      </span>
      <span class="photo-ways">
        {state === 'failed' && !isUseless.test(problem ?? '') ? (
          <button
            type="button"
            class="button plain"
            aria-label={ui.say('photo.retry.of', { n })}
            onClick={ui.guard(() => ui.model.retryPhoto(photo.id))}
          >
            <span>{ui.t('retry')}</span>
          </button>
        ) : null}
        <button
          type="button"
          class="button plain"
          aria-label={ui.say('photo.remove.of', { n, title: of })}
          onClick={ui.guard(() => ui.model.removePhoto(photo.id))}
        >
          <span>{ui.say('photo.remove')}</span>
        </button>
      </span>
    </li>
  );
}
