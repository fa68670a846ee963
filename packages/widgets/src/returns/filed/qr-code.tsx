import type { Return } from '@postlude/contract';
import type { VNode } from 'preact';
import type { Ui } from '../ui.ts';

interface QrCodeProps {
  readonly ui: Ui;
  readonly qr: NonNullable<Return['qr']>;
}

/**
 * A code to show at the counter: dark on light in every theme, because that is what scanners read. The light border they need
 * is part of its square.
 */
export function QrCode({ ui, qr: { text, size, path } }: QrCodeProps): VNode {
  return (
    <figure class="qr" part="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={ui.say('qr', { text })}>
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>
        <bdi class="code" dir="ltr" translate={false}>
          {text}
        </bdi>
      </figcaption>
    </figure>
  );
}
