import type { VNode } from 'preact';

/** A sum, or a bar as wide as one while it is being counted. */
export function Sum({ text, asking }: { readonly text: string; readonly asking: boolean }): VNode {
  return asking ? <span class="bar sum-bar" aria-hidden="true" /> : <span class="sum">{text}</span>;
}
