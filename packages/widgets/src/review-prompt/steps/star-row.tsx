import type { VNode } from 'preact';
import { starShape } from '../parts/star-shape.ts';
import type { Ui } from '../ui.ts';

/** Whole stars to look at, said aloud in words. */
export function StarRow({ ui, value }: { readonly ui: Ui; readonly value: number }): VNode {
  return (
    <span class="stars-said">
      <svg viewBox="0 0 120 24" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((n) => (
          <path
            key={n}
            d={starShape}
            class={n < value ? 'full' : undefined}
            transform={`translate(${n * 24})`}
          />
        ))}
      </svg>
      <span class="unseen">{ui.say('stars.of', { stars: value })}</span>
    </span>
  );
}
