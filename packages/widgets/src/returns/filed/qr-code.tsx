import type { Return } from '@postlude/contract';
import type { VNode } from 'preact';
import type { Ui } from '../ui.ts';

interface QrCodeProps {
  readonly ui: Ui;
  readonly qr: NonNullable<Return['qr']>;
}

/** Modules of free ground around the code, without which scanners do not see it (ISO/IEC 18004). */
const quietZone = 4;

/** A code to show at the counter: dark on light in every theme, because that is what scanners read. */
export function QrCode({ ui, qr: { text, size, path } }: QrCodeProps): VNode {
  const whole = size + 2 * quietZone;
  return (
    <figure class="qr" part="qr">
      <svg
        viewBox={`${-quietZone} ${-quietZone} ${whole} ${whole}`}
        role="img"
        aria-label={ui.say('qr', { text })}
      >
        <rect x={-quietZone} y={-quietZone} width={whole} height={whole} fill="#fff" />
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
