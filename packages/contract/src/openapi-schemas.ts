import './zod-setup.ts';
import * as z from 'zod/mini';

/** JSON Schema or any other part of an OpenAPI document. */
export type Json = { [key: string]: unknown };

/** Writes zod schemas as JSON Schema 2020-12 and keeps the named ones apart, to be described once and referred to. */
export interface SchemaWriter {
  /** The JSON Schema of `schema`, or a reference when it is one of the named ones. */
  write(schema: z.ZodMiniType): Json;
  /** Every named schema, by its name. */
  named(): Record<string, Json>;
}

const prefix = '#/components/schemas/';

/** Makes a writer; `components` are the named schemas. */
export function schemaWriter(components: Readonly<Record<string, z.ZodMiniType>>): SchemaWriter {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(components)) registry.add(schema, { id });

  // As input: what comes out as "output" would forbid unknown fields in answers, which clients must ignore instead.
  const options = { io: 'input', target: 'draft-2020-12' } as const;

  return {
    write(schema) {
      const name = registry.get(schema)?.id;
      if (name !== undefined) return { $ref: `${prefix}${name}` };
      const { $schema, $defs, ...json } = z.toJSONSchema(schema, { ...options, metadata: registry });
      return tidy(json) as Json;
    },
    named() {
      const { schemas } = z.toJSONSchema(registry, { ...options, uri: (id) => `${prefix}${id}` });
      return Object.fromEntries(
        Object.entries(schemas).map(([id, { $schema, $id, ...json }]) => [id, tidy(json) as Json]),
      );
    },
  };
}

/** References point into the document, and patterns that only repeat a format in a hundred characters are left out. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => !(key === 'pattern' && 'format' in value))
    .map(([key, inner]) => {
      if (key === '$ref' && typeof inner === 'string') return [key, inner.replace('#/$defs/', prefix)];
      return [key, tidy(inner)];
    });
  return Object.fromEntries(entries);
}
