import type { Claim, ClaimStatus } from '@postlude/contract';

/** The order of the states, as the timeline has them. */
const order = [
  'received',
  'under_review',
  'waiting',
  'approved',
  'device_received',
  'diagnosing',
  'quoted',
  'waiting_for_parts',
  'in_repair',
  'tested',
  'on_its_way_back',
  'done',
] as const satisfies readonly ClaimStatus[];

const over: readonly ClaimStatus[] = ['declined', 'cancelled', 'done'];

/** The main stations of a claim's way, by what it ends with and where. What may happen besides is shown once it does. */
function stations({ route, resolution, place }: Claim): readonly ClaimStatus[] {
  if (resolution === 'refund' || resolution === 'store_credit') return ['received', 'approved', 'done'];
  if (resolution !== 'repair') return ['received', 'approved', 'on_its_way_back', 'done'];
  const isSent = (place?.kind ?? 'send_in') === 'send_in';
  return [
    'received',
    'approved',
    ...(place?.kind === 'at_home' ? [] : (['device_received'] as const)),
    ...(route === 'repair' ? (['quoted'] as const) : []),
    'in_repair',
    ...(isSent ? (['on_its_way_back'] as const) : []),
    'done',
  ];
}

/** What is still to come for a claim, in order; nothing once it is over. */
export function stillToCome(claim: Claim): readonly ClaimStatus[] {
  if (over.includes(claim.status)) return [];
  const place = (status: ClaimStatus): number => (order as readonly ClaimStatus[]).indexOf(status);
  const reached = new Set(claim.events.map(({ status }) => status));
  const at = Math.max(place(claim.status), ...(claim.status === 'waiting' ? [...reached].map(place) : []));
  return stations(claim).filter((status) => place(status) > at);
}
