import type { Endpoint } from '@postlude/contract';
import { type EndpointName, endpoints } from '@postlude/contract/endpoints';

/** A row of the table under its name. */
export type NamedRow = readonly [name: EndpointName, row: Endpoint];

/** The table of endpoints, row by row. */
export const rows = Object.entries(endpoints) as unknown as readonly NamedRow[];

/** The path of a row as the router writes it: `{name}` becomes `:name`. */
export const routerPath = (row: Endpoint): string => row.path.replace(/\{(\w+)\}/g, ':$1');

const patterns = new Map(
  rows.map(([, row]) => [
    row,
    new RegExp(`^${row.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  ]),
);

/** The rows whose path fits, whatever their method. */
export function rowsAt(pathname: string): Endpoint[] {
  return rows.map(([, row]) => row).filter((row) => patterns.get(row)?.test(pathname));
}

/** True for endpoints that pages call from a browser. */
export const isForBrowsers = (row: Endpoint): boolean =>
  row.access === 'publishable' || row.access === 'session';
