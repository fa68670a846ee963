import type { ReferralInvitation } from '@postlude/contract';

/** The message as it is passed on: link and code are in it, whatever was written. */
export function sharedMessage({ code, link, message }: ReferralInvitation, written: string | null): string {
  const text = written?.trim() || message;
  // The code is part of the link, and is to be read apart from it as well.
  const isSaid = text.replaceAll(link, '').includes(code);
  return [text, ...(isSaid ? [] : [code]), ...(text.includes(link) ? [] : [link])].join('\n');
}
