import type { VNode } from 'preact';

/** One star in a box of 24, five of which stand in a row. */
const star = 'm12 3 2.8 5.7 6.2.9-4.5 4.4 1.1 6.2L12 17.3l-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z';
const row = [0, 24, 48, 72, 96];

/** Some of five stars as a picture. `label` says it aloud; without one, words beside it do. */
export function Stars({ value, label }: { readonly value: number; readonly label?: string }): VNode {
  return (
    <span class="stars" part="stars">
      <svg viewBox="0 0 120 24" aria-hidden="true">
        <Row />
      </svg>
      <svg viewBox="0 0 120 24" aria-hidden="true" class="full" style={{ '--part': `${value * 20}%` }}>
        <Row />
      </svg>
      {label ? <span class="unseen">{label}</span> : null}
    </span>
  );
}

const Row = (): VNode => (
  <>
    {row.map((at) => (
      <path key={at} d={star} transform={`translate(${at})`} />
    ))}
  </>
);
