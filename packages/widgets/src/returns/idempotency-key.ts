/** A key no other request has. `random` stands in where the page is not secure enough for the browser's own ids. */
export function newKey(random: () => number): string {
  const own = globalThis.crypto?.randomUUID?.();
  return own ?? Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
}
