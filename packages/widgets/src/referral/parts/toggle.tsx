import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../kit/icon.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { Ui } from '../ui.ts';

interface ToggleProps {
  readonly ui: Ui;
  readonly label: string;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly children: ComponentChildren;
}

/** Something to change on demand. What closes it from within gives the focus back to the button. */
export function Toggle({ ui, label, open, onToggle, children }: ToggleProps): VNode {
  const id = useUniqueId();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  const root = button.current?.getRootNode() as Document | ShadowRoot | undefined;
  const held = button.current?.parentElement?.contains(root?.activeElement ?? null) ?? false;
  useLayoutEffect(() => {
    if (wasOpen.current && !open && held) button.current?.focus({ preventScroll: true });
    wasOpen.current = open;
  });
  return (
    <div class="disclosure" part="disclosure">
      <button
        ref={button}
        type="button"
        class="button plain"
        part="button button-plain"
        aria-expanded={open}
        aria-controls={id}
        onClick={ui.guard(() => onToggle(!open))}
      >
        <span>{label}</span>
        <Icon name="down" />
      </button>
      <div id={id} class="panel" hidden={!open}>
        {open ? children : null}
      </div>
    </div>
  );
}
