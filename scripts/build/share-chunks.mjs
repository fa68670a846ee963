import { chunkTable } from './chunk-table.mjs';

/** What every widget on a page shares: libraries, the kit, and what puts a widget into an element. */
const isShared =
  /\/node_modules\/|\/packages\/(widgets\/src\/(kit|order-session)|embed\/src|contract\/src)\//;

/** Files a shopper chooses and sends, in their own look and words. */
const isFiles = /\/packages\/widgets\/src\/files\//;

/**
 * Says for each module in which chunk it is:
 * - `kit`: what is shared and the tracking card needs, and what a second widget's first screen needs of it, so that a page
 *   with tracking has that already;
 * - `form`: what else two widgets need;
 * - `later`: what only the later screens of two widgets need; `files`: the same for choosing and sending files, which not all of
 *   them do in that way;
 * - `returns-calls` and its like: what the first of several clients that need it shares with the others;
 * - otherwise the chunk of the first entry that needs it.
 * @param {readonly import('rollup').OutputChunk[]} graph the entries as rollup splits them by itself, which tells what each
 *   of them really needs
 * @returns {(id: string) => string | null} rollup's `manualChunks`
 */
export function shareChunks(graph) {
  /** @type {Map<string, string[]>} module to the entries that need it */
  const needed = new Map();
  const table = chunkTable();
  for (const { name } of table) {
    const files = new Set(
      graph.flatMap((chunk) => (chunk.isEntry && chunk.name === name ? [chunk.fileName] : [])),
    );
    for (const file of files) {
      const chunk = graph.find(({ fileName }) => fileName === file);
      for (const id of chunk?.moduleIds ?? []) needed.set(id, [...(needed.get(id) ?? []), name]);
      for (const next of chunk?.imports ?? []) files.add(next);
    }
  }
  const widgets = table.flatMap(({ name, widget }) => (widget ? [name] : []));
  /** What draws; clients share with each other. */
  const views = table.flatMap(({ name, texts }) => (texts ? [name] : []));
  const familyOf = (/** @type {string} */ view) =>
    table.find(({ name }) => name === view)?.of ??
    widgets.find((widget) => `${view}-`.startsWith(`${widget}-`));
  const entries = graph.flatMap(({ facadeModuleId, isEntry }) => (isEntry && facadeModuleId) || []);
  return (id) => {
    const by = needed.get(id);
    if (!by) return null;
    if (entries.includes(id)) return by[0] ?? null;
    if (by.length > 1 && by.every((name) => name.endsWith('-client')))
      return String(by[0]).replace(/client$/, 'calls');
    const drawing = views.filter((name) => by.includes(name));
    const families = widgets.filter((name) => drawing.some((one) => familyOf(one) === name));
    const first = widgets.filter((name) => by.includes(name));
    if (first.includes('order-tracking') && (isShared.test(id) || first.length > 1)) return 'kit';
    if (first.length === 0 && families.length > 1) return isFiles.test(id) ? 'files' : 'later';
    if (!first.includes('order-tracking') && families.length > 1) return 'form';
    return by[0] ?? null;
  };
}
