import { chunkEntries, chunkTable } from './chunk-table.mjs';

/** What every widget on a page shares: libraries, the kit, and what puts a widget into an element. */
const isShared =
  /\/node_modules\/|\/packages\/(widgets\/src\/(kit|order-session|locales)|embed\/src|contract\/src)\//;

/**
 * Says for each module in which chunk it is, as rollup's `manualChunks`:
 * - `kit`: what is shared and the tracking card needs, so that a page with tracking has it already;
 * - `form`: what else of it two widgets need;
 * - otherwise the chunk of the first entry that needs it. What comes `after` another chunk finds there what they share.
 */
export function shareChunks() {
  /** @type {Map<string, string[]> | undefined} module to the entries that reach it by static imports */
  let reached;
  return (
    /** @type {string} */ id,
    /** @type {{ getModuleInfo(id: string): { importedIds: readonly string[] } | null }} */ { getModuleInfo },
  ) => {
    reached ??= reach(getModuleInfo);
    const by = reached.get(id) ?? [];
    if (by.length === 0) return null;
    if (isShared.test(id) && !isEntry(id)) {
      if (by.includes('order-tracking')) return 'kit';
      const widgets = chunkTable().filter(({ name, widget }) => widget && by.includes(name));
      if (widgets.length > 1) return 'form';
    }
    return by[0];
  };
}

const isEntry = (/** @type {string} */ id) => Object.values(chunkEntries()).includes(id);

function reach(/** @type {(id: string) => { importedIds: readonly string[] } | null} */ getModuleInfo) {
  /** @type {Map<string, string[]>} */
  const reached = new Map();
  for (const [name, entry] of Object.entries(chunkEntries())) {
    const next = [entry];
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      const by = reached.get(id) ?? [];
      if (by.includes(name)) continue;
      reached.set(id, [...by, name]);
      next.push(...(getModuleInfo(id)?.importedIds ?? []));
    }
  }
  return reached;
}
