import type { ReviewMedia } from '@postlude/contract';
import type { VNode } from 'preact';
import { pictureAddress } from '../../kit/link.tsx';
import type { Ui } from '../ui.ts';

interface Props {
  readonly ui: Ui;
  readonly media: readonly ReviewMedia[];
  readonly onOpen: (index: number) => void;
}

/** Photos and videos in a small size, each of which opens large. */
export function Pictures({ ui, media, onOpen }: Props): VNode | null {
  if (media.length === 0) return null;
  return (
    <ul class="pictures">
      {media.map((one, index) => (
        <li key={one.id}>
          <button
            type="button"
            class="thumbnail"
            aria-label={ui.say(one.kind, { n: index + 1, all: media.length })}
            onClick={ui.guard(() => onOpen(index))}
          >
            {one.kind === 'photo' ? (
              <img
                src={pictureAddress(small(one.url)) ?? undefined}
                alt=""
                width={88}
                height={88}
                loading="lazy"
                decoding="async"
              />
            ) : (
              <span class="play" aria-hidden="true" />
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The address of the small form. */
const small = (url: string): string => `${url}${url.includes('?') ? '&' : '?'}size=small`;
