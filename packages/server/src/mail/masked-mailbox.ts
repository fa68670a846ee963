/** A mailbox that can be told apart in a list and in a log but not written to: `m…@example.com`. */
export function maskedMailbox(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '…' : `${[...address][0]}…${address.slice(at).replace(/>$/, '')}`;
}
