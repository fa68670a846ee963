import type { Chunks, Load } from './widget.ts';

/**
 * Loads chunks from `base`: each once for the whole page, all files of one at the same time. A failure is often a
 * passing one, so a second try follows at once; after that the next call starts anew. Every try after a failure asks
 * under another address, because browsers remember that an address failed.
 * @param files chunk name to the files it needs, itself first
 */
export function chunkLoading(base: string, files: Readonly<Record<string, readonly string[]>>): Load {
  const flights: Record<string, Promise<unknown> | undefined> = {};
  let failures = 0;

  const attempt = async (name: string, again: boolean): Promise<unknown> => {
    const query = failures ? `?r=${failures}` : '';
    try {
      const parts = (files[name] as readonly string[]).map(
        (file) => import(/* @vite-ignore */ base + file + query),
      );
      return (await Promise.all(parts))[0];
    } catch (error) {
      failures++;
      if (again) return attempt(name, false);
      flights[name] = undefined;
      throw error;
    }
  };

  return <Name extends keyof Chunks>(name: Name) => {
    const flight = flights[name] || attempt(name, true);
    flights[name] = flight;
    return flight as Promise<Chunks[Name]>;
  };
}
