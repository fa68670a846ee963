import type { VNode } from 'preact';

interface SkeletonProps {
  /** The classes that give each bar its size. */
  readonly bars: readonly string[];
}

/** Bars that stand where text will be. Says nothing; the live region does. */
export function Skeleton({ bars }: SkeletonProps): VNode {
  return (
    <div class="skeleton" aria-hidden="true">
      {bars.map((bar, index) => (
        <span key={index} class={`bar ${bar}`} />
      ))}
    </div>
  );
}
