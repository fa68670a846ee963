import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** Most statements that get a name: far more than the server has, and a bound if something writes values into its texts. */
const mostNames = 500;

/** Statements shorter than this are planned faster than they are worth remembering. */
const shortest = 60;

/**
 * Gives every longer statement with parameters a name, so that the connection parses and plans it once instead of every
 * time: in PGlite, whose planner runs as WebAssembly, that is two thirds of what reading an order costs.
 *
 * For a connection that nobody shares and that outlives no change of the schema, as PGlite's does. On a PostgreSQL server
 * a pooler in between may hand the session to others, who do not know the names.
 */
export function nameStatements(client: ClientBase): void {
  const names = new Map<string, string>();
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || text.length < shortest) {
      return query(text, values, ...rest);
    }
    let name = names.get(text);
    if (name === undefined) {
      if (names.size >= mostNames) return query(text, values, ...rest);
      name = `p${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
      names.set(text, name);
    }
    return query({ name, text, values }, ...rest);
  };
  client.query = named as ClientBase['query'];
}
