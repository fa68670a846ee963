import type { ReceivedProblem } from './problem.ts';
import type { LookupField, LookupState, TrackingProblem } from './state.ts';

/** What the shopper typed. */
export type LookupValues = Readonly<Record<LookupField, string>>;

/** The form as it is first shown. */
export function lookupForm(changes: Partial<LookupState>): LookupState {
  return {
    kind: 'lookup',
    because: 'asked',
    phase: 'idle',
    values: { order: '', contact: '' },
    fields: {},
    problem: null,
    lockedUntil: null,
    ...changes,
  };
}

/** What is sent for what was typed: people paste `# 1001` and a space behind it. */
export function tidied(values: LookupValues): LookupValues {
  return { order: values.order.replace(/^[#\s]+/, '').trim(), contact: values.contact.trim() };
}

/** The fields that need not be sent, because the contract would refuse them. */
export function mistakesIn({ order, contact }: LookupValues): LookupState['fields'] {
  return { ...mistake('order', order, 128), ...mistake('contact', contact, 254) };
}

function mistake(field: LookupField, value: string, longest: number): LookupState['fields'] {
  if (value === '') return { [field]: 'missing' };
  return value.length > longest ? { [field]: 'invalid' } : {};
}

/** The form after a problem. A lock without an end gets one: a minute is what the shortest takes. */
export function lookupFailure(
  problem: TrackingProblem,
  named: ReceivedProblem['fields'],
  now: number,
): Partial<LookupState> {
  const locked = problem.code === 'lookup_locked';
  const fields: LookupState['fields'] = {
    ...(named.order ? { order: 'invalid' } : {}),
    // A gift's code stands in the field of the contact.
    ...(named.contact || named.code ? { contact: 'invalid' } : {}),
  };
  return {
    phase: 'failed',
    fields,
    problem: Object.keys(fields).length > 0 ? null : problem,
    lockedUntil: locked ? (problem.retryAt ?? new Date(now + 60_000).toISOString()) : null,
  };
}
