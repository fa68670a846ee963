/**
 * `JSON.stringify` that host pages cannot break. Prototype.js up to 1.6 puts a `toJSON` on `Array.prototype`, with
 * which `JSON.stringify([1])` is `"\"[1]\""`; other old libraries put one on `Object.prototype`. Nothing of the page is
 * touched: where the native function is sound it is used, otherwise the few kinds a body can hold are written here.
 */
export function serialize(value: unknown): string {
  return JSON.stringify([{}]) === '[{}]' && JSON.stringify({ a: [1] }) === '{"a":[1]}'
    ? JSON.stringify(value)
    : write(value);
}

function write(value: unknown): string {
  // Only objects are asked for their `toJSON`, so primitives are safe in the native function.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  const parts: string[] = [];
  if (Array.isArray(value)) {
    for (const entry of value) parts.push(write(entry));
    return `[${parts.join(',')}]`;
  }
  for (const [key, entry] of Object.entries(value)) {
    if (entry !== undefined) parts.push(`${JSON.stringify(key)}:${write(entry)}`);
  }
  return `{${parts.join(',')}}`;
}
