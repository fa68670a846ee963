import type { MethodKind } from '@postlude/contract';
import type { StoredPolicy } from '../policy/store.ts';
import type { ReturnRow } from './store.ts';
import type { LifeFacts } from './transitions.ts';

/** The method of the policy that a return was filed with; null for what needs none. */
export function methodOf(row: Pick<ReturnRow, 'method_id'>, { policy }: StoredPolicy) {
  return policy.methods.find(({ id }) => id === row.method_id) ?? null;
}

/** How a return goes back. Items that are not wanted back are kept, whether or not the policy lists that as a method. */
export function methodKindOf(row: Pick<ReturnRow, 'method_id'>, policy: StoredPolicy): MethodKind | null {
  return methodOf(row, policy)?.kind ?? (row.method_id === keptMethod ? 'keep_item' : null);
}

/** The id of the method that says the store does not want the items back. */
export const keptMethod = 'keep_item';

/** Kinds of methods by which a parcel travels. */
export const kindsWithParcel: ReadonlySet<MethodKind> = new Set([
  'label',
  'qr_code',
  'drop_off',
  'pick_up',
  'own_carrier',
]);

/** What the table of transitions is asked with for a return. */
export function lifeOf(row: ReturnRow, policy: StoredPolicy): LifeFacts {
  const kind = methodKindOf(row, policy);
  return {
    status: row.status,
    comesBack: row.route === 'return' && kind !== 'keep_item',
    hasParcel: row.tracking_number !== null || row.label !== null,
    isAsked: row.question !== null,
  };
}
