/**
 * An object with these methods, whose code comes with the first call of one of them.
 * @param bring brings the object they are of; asked each time, so that a failure is not for ever
 */
export function lazySource<Source, Name extends keyof Source & string>(
  names: readonly Name[],
  bring: () => Promise<Pick<Source, Name>>,
): Pick<Source, Name> {
  const methods = names.map((name) => [
    name,
    async (...values: readonly unknown[]) => {
      const source = await bring();
      return await (source[name] as (...values: readonly unknown[]) => unknown)(...values);
    },
  ]);
  return Object.fromEntries(methods);
}
