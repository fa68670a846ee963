/** An address as lists and logs show it: its query may hold a token, and so may a user name, so both are left out. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
