import type { VNode } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** How much attention something needs. */
export type Tone = 'neutral' | 'progress' | 'success' | 'warning' | 'problem';

interface StatusProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
}

/** A state as a sign and words; the colour only repeats them. */
export function Status({ tone, icon, text }: StatusProps): VNode {
  return (
    <span class={`status ${tone}`} part="status">
      <Icon name={icon} />
      <span>{text}</span>
    </span>
  );
}
