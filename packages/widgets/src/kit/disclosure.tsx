import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Guard } from './guard.ts';
import { Icon } from './icon.tsx';
import { useUniqueId } from './unique-id.ts';

interface DisclosureProps {
  readonly guard: Guard;
  readonly label: string;
  /** What is inside; a function where a closed one may do with less of it. */
  readonly children: ComponentChildren | ((open: boolean) => ComponentChildren);
}

/** Something more on demand. What is inside is on the page while closed, so that print can open it. */
export function Disclosure({ guard, label, children }: DisclosureProps): VNode {
  const [open, setOpen] = useState(false);
  const id = useUniqueId();
  return (
    <div class="disclosure" part="disclosure">
      <button
        type="button"
        class="button plain"
        part="button button-plain"
        aria-expanded={open}
        aria-controls={id}
        onClick={guard(() => setOpen(!open))}
      >
        <span>{label}</span>
        <Icon name="down" />
      </button>
      <div id={id} class="panel" hidden={!open}>
        {typeof children === 'function' ? children(open) : children}
      </div>
    </div>
  );
}
