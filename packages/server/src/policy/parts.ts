import type { Resolution, ReturnPolicyInput } from '@postlude/contract';

/** What a policy offers at all. */
export function resolutionsOffered({ resolutions }: ReturnPolicyInput): ReadonlySet<Resolution> {
  const offered = new Set<Resolution>();
  if (resolutions.refund) offered.add('refund');
  if (resolutions.storeCredit !== null) offered.add('store_credit');
  if (resolutions.exchange !== null) offered.add('exchange');
  return offered;
}

/** Every reason that can be named, by its path: `size`, `size.too_small`. */
export function reasonPaths({ reasons }: ReturnPolicyInput): ReadonlySet<string> {
  return new Set(
    reasons.flatMap(({ code, children = [] }) => [code, ...children.map((child) => `${code}.${child.code}`)]),
  );
}

/** The methods by which something goes back: keeping an item is none of them. */
export const methodsOffered = ({ methods }: ReturnPolicyInput): ReturnPolicyInput['methods'] =>
  methods.filter(({ kind }) => kind !== 'keep_item');
