import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { pictureAddress } from '../../kit/link.tsx';
import type { LightboxProps } from '../seam.ts';
import { Dialog } from './dialog.tsx';
import { laterWords } from './words.ts';

/** Pictures at full size, one at a time; the arrow keys lead on in the direction of reading. */
export function Lightbox({ words, catalogue, pictures, first, onClose }: LightboxProps): VNode | null {
  const say = laterWords(words, catalogue);
  const [at, go] = useState(first);
  const shown = pictures[at];
  if (!shown) return null;
  const { media, by } = shown;
  const address = pictureAddress(media.url) ?? undefined;
  const step = (by: number): void => go(Math.min(pictures.length - 1, Math.max(0, at + by)));
  const what = say(media.kind === 'photo' ? 'picture.by' : 'video.by', { name: by });
  return (
    <Dialog
      guard={words.guard}
      class="lightbox"
      label={what}
      close={say('close')}
      onClose={onClose}
      onKeyDown={(event) => {
        const forward = words.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
        const backward = words.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
        if (event.key === forward) step(1);
        if (event.key === backward) step(-1);
      }}
    >
      {media.kind === 'photo' ? (
        <img
          key={media.id}
          class="large"
          src={address}
          alt={what}
          width={media.width ?? undefined}
          height={media.height ?? undefined}
        />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: customers' videos have no captions.
        <video key={media.id} class="large" src={address} aria-label={what} controls playsInline />
      )}
      <div class="ways lightbox-ways">
        <Button guard={words.guard} busy={at === 0} onPress={() => step(-1)}>
          {say('previous')}
        </Button>
        <span aria-live="polite">{say('picture.of', { n: at + 1, all: pictures.length })}</span>
        <Button guard={words.guard} busy={at === pictures.length - 1} onPress={() => step(1)}>
          {say('next')}
        </Button>
      </div>
    </Dialog>
  );
}
