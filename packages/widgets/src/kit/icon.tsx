import type { VNode } from 'preact';

const shapes = {
  check: 'M5 12.5 9.5 17 19 7.5',
  alert: 'M12 4 2.5 20.5h19zM12 10v4.5M12 17.5v.01',
  bang: 'M12 6v7.5M12 17.5v.01',
  cross: 'm6 6 12 12M18 6 6 18',
  dot: 'M12 12v.01',
  truck: 'M2 6h12v11H2zM14 10h4.5l3.5 3.5V17h-8M6.5 17a2 2 0 1 0 .01 0M17.5 17a2 2 0 1 0 .01 0',
  box: 'm12 3 8 4.2v9.6L12 21l-8-4.2V7.2zM4.2 7.3 12 11.5l7.8-4.2M12 11.5V21',
  pin: 'M12 21c-4.5-4.3-7-7.6-7-11a7 7 0 0 1 14 0c0 3.4-2.5 6.7-7 11zM12 12a2 2 0 1 0-.01 0',
  clock: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3.5 2',
  back: 'M9 14 4 9l5-5M4 9h10a5.5 5.5 0 0 1 0 11h-4',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  out: 'M8 5h11v11M19 5 6 18',
  down: 'm6 9 6 6 6-6',
  camera: 'M3 7h4l2-3h6l2 3h4v13H3zM12 10a3.5 3.5 0 1 0 .01 0',
} as const;

/** A name of a sign. */
export type IconName = keyof typeof shapes;

/** Signs that point somewhere, and point the other way where people read from right to left. */
const pointing: ReadonlySet<IconName> = new Set(['truck', 'back', 'out']);

/** A sign in the colour and size of the text around it. Always beside words, so screen readers pass over it. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg class={pointing.has(name) ? 'icon points' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
