import type { Chunks, Load } from './widget.ts';

/**
 * Loads chunks from `base`: each once for the whole page, all files of one at the same time. After a failure the next
 * call asks under another address, because browsers remember that an address failed.
 * @param files chunk name to the files it needs, itself first
 */
export function chunkLoading(base: string, files: Readonly<Record<string, readonly string[]>>): Load {
  const flights: Record<string, Promise<unknown> | undefined> = {};
  const failures: Record<string, number> = {};

  const attempt = (name: string): Promise<unknown> => {
    const tried = failures[name] || 0;
    const [own = '', ...shared] = files[name] || [];
    for (const file of shared) import(base + file).catch(() => {});
    return import(base + own + (tried ? `?r=${tried}` : '')).catch((error: unknown) => {
      failures[name] = tried + 1;
      throw error;
    });
  };

  return <Name extends keyof Chunks>(name: Name) => {
    const flight =
      flights[name] ||
      // A first failure is often a passing one; the shopper need not hear of it.
      attempt(name)
        .catch(() => attempt(name))
        .catch((error: unknown) => {
          flights[name] = undefined;
          throw error;
        });
    flights[name] = flight;
    return flight as Promise<Chunks[Name]>;
  };
}
