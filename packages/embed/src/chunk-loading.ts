import type { Heights } from './room.ts';
import type { Chunks, Load } from './widget.ts';

// biome-ignore lint/suspicious/noGlobalIsNan: it is meant to turn texts into numbers; a text that is none names a chunk.
const isChunk = isNaN as (one: unknown) => one is string;

/** A file of the build. It imports nothing itself; what it needs of other chunks it is handed, in this order. */
interface ChunkFile {
  readonly needs: readonly string[];
  link(...needed: readonly unknown[]): unknown;
}

/**
 * Loads chunks from `base`: each once for the whole page, and what it needs at the same time. A failure is often a passing
 * one, so a second try follows at once; after that the next call starts anew. Every try after a failure asks under
 * another address, because browsers remember that an address failed; and as no file names another one, what was loaded
 * already stays the one there is.
 * @param widgets for each widget the room it takes and then what its chunk needs, for that to be asked for before the chunk is there
 *   to say so
 */
export function chunkLoading(base: string, widgets: Readonly<Record<string, Heights | undefined>>): Load {
  const flights: Record<string, Promise<unknown> | undefined> = {};
  let failures = 0;

  const attempt = async (name: string, again: boolean): Promise<unknown> => {
    try {
      const query = failures ? `?r=${failures}` : '';
      const [file] = await Promise.all([
        import(/* @vite-ignore */ `${base + name}.js${query}`) as Promise<ChunkFile>,
        ...(widgets[name] ? ['kit', ...widgets[name].filter(isChunk)] : []).map(load),
      ]);
      return file.link(...(await Promise.all(file.needs.map(load))));
    } catch (error) {
      failures++;
      if (again) return attempt(name, false);
      flights[name] = undefined;
      throw error;
    }
  };
  const load = (name: string): Promise<unknown> => {
    const flight = flights[name] || attempt(name, true);
    flights[name] = flight;
    return flight;
  };

  return load as <Name extends keyof Chunks>(name: Name) => Promise<Chunks[Name]>;
}
