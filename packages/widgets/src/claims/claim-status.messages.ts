/** The English texts of a claim in a line: its state in a word or two, and the way to it. */
export const english = {
  claims: 'Your claims',
  'claims.row': 'Claim {number}',
  show: 'Show',
  'show.what': 'Show {number}',
  'status.received': 'Received',
  'status.under_review': 'Under review',
  'status.waiting': 'Waiting for you',
  'status.approved': 'Approved',
  'status.declined': 'Declined',
  'status.device_received': 'Arrived for repair',
  'status.diagnosing': 'Finding the fault',
  'status.quoted': 'Quote',
  'status.waiting_for_parts': 'Waiting for parts',
  'status.in_repair': 'In repair',
  'status.tested': 'Tested',
  'status.on_its_way_back': 'On its way to you',
  'status.done': 'Done',
  'status.cancelled': 'Cancelled',
  'status.other': 'In progress',
} as const;

/** The texts of a claim in a line, in one language. */
export type ClaimStatusMessages = Readonly<Record<keyof typeof english, string>>;
