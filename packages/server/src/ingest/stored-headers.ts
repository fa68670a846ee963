/** What providers call their own headers. */
const prefixes = [
  'x-shopify-',
  'shopify-',
  'x-wc-',
  'as-',
  'aftership-',
  'am-',
  'x-easypost-',
  'easypost-',
  'shippo-',
];

const others = new Set(['content-type', 'user-agent', 'x-timestamp']);

/** Credentials are checked once and not kept: whoever reads the inbox must not be able to sign. */
const credential = /hmac|signature|auth|token|secret|cookie|key/;

/** The longest value kept. Providers write a few words. */
const longestValue = 1000;

/** The headers that are stored with a message: the provider's own, without its signature, so that it can be read again. */
export function storedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name, value]) =>
        (others.has(name) || prefixes.some((prefix) => name.startsWith(prefix))) &&
        !credential.test(name) &&
        value.length <= longestValue,
    ),
  );
}
