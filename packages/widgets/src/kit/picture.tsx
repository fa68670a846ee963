import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Guard } from './guard.ts';
import { Icon } from './icon.tsx';
import { pictureAddress } from './link.tsx';

interface PictureProps {
  /** As it came: anything but http(s) is none. */
  readonly address: string | null;
  readonly guard: Guard;
}

/** A picture of a thing, or a sign in its place where there is none or it does not come. */
export function Picture({ address, guard }: PictureProps): VNode {
  const [broken, setBroken] = useState<string | null>(null);
  const source = pictureAddress(address);
  return (
    <span class="picture" part="picture">
      {source && source !== broken ? (
        <img
          src={source}
          alt=""
          width={56}
          height={56}
          loading="lazy"
          decoding="async"
          onError={guard(() => setBroken(source))}
        />
      ) : (
        <Icon name="box" />
      )}
    </span>
  );
}
