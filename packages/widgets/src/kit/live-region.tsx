import type { VNode } from 'preact';

/**
 * Says things to screen readers without moving anything. It must be on the page, empty, before its first message:
 * readers only hear changes. Mount it once, at the root, and never conditionally.
 */
export function LiveRegion({ text }: { readonly text: string }): VNode {
  return (
    <div class="unseen" role="status" aria-live="polite" aria-atomic="true">
      <span>{text}</span>
    </div>
  );
}
