import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './status.tsx';

const icons: Readonly<Record<Tone, IconName>> = {
  neutral: 'dot',
  progress: 'clock',
  success: 'check',
  warning: 'alert',
  problem: 'alert',
};

interface NoticeProps {
  readonly tone: Tone;
  readonly icon?: IconName | undefined;
  readonly title?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** Something to know before going on. Says nothing aloud by itself: what comes while somebody is here goes to the live region too. */
export function Notice({ tone, icon, title, children }: NoticeProps): VNode {
  return (
    <div class={`notice ${tone}`} part="notice">
      <Icon name={icon ?? icons[tone]} />
      <div class="notice-text">
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
