import type { Return } from '@postlude/contract';
import type { VNode } from 'preact';
import { Steps } from '../../order-tracking/parts/steps.tsx';
import type { Ui } from '../ui.ts';

const sent = ['requested', 'approved', 'shipped', 'received', 'refunded'] as const;
const unsent = ['requested', 'approved', 'refunded'] as const;

/** How far a return is, on a line: fewer steps where nothing is sent. */
export function Progress({ ui, filed }: { readonly ui: Ui; readonly filed: Return }): VNode {
  const { route, method, status, events } = filed;
  const isSent = route === 'return' && method?.kind !== 'keep_item';
  const names: readonly string[] = isSent ? sent : unsent;
  // Looked at is still with the store, and no step of its own.
  const at = Math.max(0, names.indexOf(status === 'inspected' ? 'received' : status));
  const when = (name: string): string | null => events.find((event) => event.status === name)?.at ?? null;
  return (
    <div class={isSent ? undefined : 'short-way'}>
      <Steps
        ui={ui}
        tone="progress"
        steps={names.map((name, index) => ({
          step: name,
          state: index < at ? 'done' : index === at ? 'current' : 'upcoming',
          at: index <= at ? when(name) : null,
        }))}
      />
    </div>
  );
}
