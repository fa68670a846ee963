const longest = 2048;

/**
 * The address if it is one a shopper may be sent to: absolute, http or https, without a user name or password in it.
 * Null for everything else, `javascript:` above all. What providers send is written in many ways, so the answer is the
 * address as a browser would read it.
 */
export function webAddress(text: string): string | null {
  if (text.length > longest || !/^\s*https?:\/\//i.test(text)) return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href.length > longest ? null : url.href;
}
