import type { OwnReview } from '@postlude/contract';
import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import { Link, pictureAddress } from '../../kit/link.tsx';
import type { Ui } from '../ui.ts';

/** The photos and videos of an own review. Each opens by itself; what the store hid says so. */
export function OwnFiles({ ui, review }: { readonly ui: Ui; readonly review: OwnReview }): VNode | null {
  if (review.uploads.length === 0) return null;
  return (
    <ul class="own-files">
      {review.uploads.map(({ upload, hidden }, index) => (
        <li key={upload.id}>
          <Link href={upload.url} class="own-file" newTab={ui.t('new_window')}>
            {upload.contentType.startsWith('image/') && pictureAddress(upload.url) ? (
              <img src={pictureAddress(upload.url) ?? undefined} alt="" loading="lazy" decoding="async" />
            ) : (
              <Icon name="camera" />
            )}
            <span class={hidden ? 'quiet' : 'unseen'}>
              {hidden ? ui.say('own.file_hidden') : ui.known('file.open', { n: index + 1 })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
