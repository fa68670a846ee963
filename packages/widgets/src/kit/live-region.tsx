import type { ReadonlySignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * Says things to screen readers without moving anything. It must be on the page, empty, before its first message:
 * readers only hear changes. Mount it once, at the root, and never conditionally. A new object is said again even if its
 * words are the same.
 */
export function LiveRegion({ said }: { readonly said: ReadonlySignal<Said | null> }): VNode {
  const count = useRef(0);
  const message = said.value;
  const last = useRef(message);
  if (last.current !== message) count.current++;
  last.current = message;
  return (
    <div class="unseen" role="status" aria-live="polite" aria-atomic="true">
      <span key={count.current}>{message?.text}</span>
    </div>
  );
}

/** One thing to say. */
export interface Said {
  readonly text: string;
}
