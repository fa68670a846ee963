import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Guard } from './guard.ts';
import { Icon } from './icon.tsx';
import { useUniqueId } from './unique-id.ts';
import { whenIdle } from './when-idle.ts';

interface DisclosureProps {
  readonly guard: Guard;
  readonly label: string;
  /** What is inside, told whether it is open: a closed one may do with less of it. */
  readonly children: (open: boolean) => ComponentChildren;
}

/**
 * Something more on demand. What is inside comes after the first paint, when the page has nothing better to do, or when
 * it is opened; while closed it is there only so that print can show it.
 */
export function Disclosure({ guard, label, children }: DisclosureProps): VNode {
  const [open, setOpen] = useState(false);
  const [filled, fill] = useState(false);
  const id = useUniqueId();
  useEffect(() => whenIdle(guard(() => fill(true))), []);
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
        {open || filled ? children(open) : null}
      </div>
    </div>
  );
}
