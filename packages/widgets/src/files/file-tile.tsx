import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../kit/icon.tsx';
import type { Photo } from '../returns/photos/photo.ts';
import type { FilesProps } from './files.tsx';

/** Problems that the same file would only meet again. */
const useless =
  /^(heic|empty|not_a_photo|not_readable|too_large|video_too_large|video_too_long|upload_type|upload_damaged|upload_limit)$/;

/** One file: what it shows, how far it is, and what can be done about it. Drawn, because a page may forbid pictures of its own making. */
export function FileTile({
  ui,
  file,
  n,
  of,
  onRetry,
  onRemove,
}: FilesProps & { readonly file: Photo; readonly n: number }): VNode {
  const { id, state, progress, preview, problem } = file;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && preview) preview.draw(canvas.current);
  }, [preview]);
  const percent = progress === null ? null : Math.round(progress * 100);
  const name = ui.known('file.n', { n }) ?? '';
  const words =
    state === 'failed'
      ? (ui.known(`file.problem.${problem}`) ?? ui.known('file.problem.other'))
      : state === 'sending' && percent !== null
        ? ui.known('file.progress', { percent })
        : ui.known(`file.${state}`);
  const isMoving = state === 'preparing' || state === 'sending';
  return (
    <li class="file-tile" part="file">
      <span class="file-frame">
        {preview ? (
          <canvas ref={canvas} width={preview.width} height={preview.height} />
        ) : (
          <Icon name={state === 'failed' ? 'alert' : state === 'kept' ? 'check' : 'copy'} />
        )}
        {isMoving ? (
          <progress
            class="file-bar"
            aria-label={name}
            {...(percent === null ? {} : { value: percent, max: 100 })}
          />
        ) : null}
      </span>
      <span class={state === 'failed' ? 'file-words error' : 'file-words quiet'}>
        <span class="unseen">{name}</span> <span>{words}</span>
      </span>
      <span class="file-ways">
        {state === 'failed' && !useless.test(problem ?? '') ? (
          <button
            type="button"
            class="button plain"
            aria-label={ui.known('file.retry.of', { n }) ?? undefined}
            onClick={ui.guard(() => onRetry(id))}
          >
            <span>{ui.t('retry')}</span>
          </button>
        ) : null}
        <button
          type="button"
          class="button plain"
          aria-label={ui.known('file.remove.of', { n, title: of }) ?? undefined}
          onClick={ui.guard(() => onRemove(id))}
        >
          <span>{ui.known('file.remove')}</span>
        </button>
      </span>
    </li>
  );
}
