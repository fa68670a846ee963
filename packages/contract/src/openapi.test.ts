import { describe, expect, it } from 'vitest';
import { takesIdempotencyKey } from './endpoint.ts';
import { type EndpointName, endpoints } from './endpoints.ts';
import { openApiDocument, problemsOf } from './openapi.ts';
import { problems } from './problems.ts';

const document = openApiDocument({ url: 'https://api.example.com', version: '0.1.0' });
const names = Object.keys(endpoints) as EndpointName[];

interface Operation {
  operationId: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string; required: boolean; schema: Record<string, unknown> }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, Record<string, unknown>>;
}

function operationOf(name: EndpointName): Operation {
  const { path, method } = endpoints[name];
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${name} is not in the document`);
  return operation as unknown as Operation;
}

function* referencesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const inner of value) yield* referencesIn(inner);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref' && typeof inner === 'string') yield inner;
      else yield* referencesIn(inner);
    }
  }
}

function resolve(reference: string): unknown {
  let value: unknown = document;
  for (const step of reference.replace(/^#\//, '').split('/')) {
    value = (value as Record<string, unknown> | undefined)?.[step];
  }
  return value;
}

describe('the OpenAPI document', () => {
  it('is version 3.1 and says where the API is', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.servers).toEqual([{ url: 'https://api.example.com' }]);
  });

  it.each(names)('describes %s', (name) => {
    expect(operationOf(name).operationId).toBe(name);
  });

  it('describes nothing that is not in the table', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(
      Object.values(endpoints)
        .map((e) => `${e.method} ${e.path}`)
        .sort(),
    );
  });

  it('has no reference that leads nowhere', () => {
    const references = [...new Set(referencesIn(document))];
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) expect(resolve(reference), reference).toBeTypeOf('object');
  });

  it.each(names)('declares every parameter in the path of %s', (name) => {
    const inPath = [...endpoints[name].path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const declared = operationOf(name).parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map((parameter) => parameter.name).sort()).toEqual(inPath.sort());
    expect(declared.every((parameter) => parameter.required)).toBe(true);
  });

  it.each(names)('names every problem of %s under its status', (name) => {
    const { responses } = operationOf(name);
    for (const code of problemsOf(endpoints[name])) {
      const answer = JSON.stringify(responses[String(problems[code].status)] ?? null);
      expect(answer).toContain(code);
    }
  });

  it('says who may call', () => {
    expect(operationOf('getStore').security).toEqual([{ publishableKey: [] }]);
    expect(operationOf('getOrder').security).toEqual([{ shopperSession: [] }]);
    expect(operationOf('putOrder').security).toEqual([{ secretKey: [] }]);
    for (const scheme of ['publishableKey', 'shopperSession', 'secretKey', 'webhookSignature']) {
      expect(document.components.securitySchemes).toHaveProperty(scheme);
    }
  });

  it('refers to named schemas instead of repeating them', () => {
    expect(operationOf('getOrder').responses['200']).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
    });
    expect(document.components.schemas.Order).toMatchObject({
      properties: { shipments: { items: { $ref: '#/components/schemas/Shipment' } } },
    });
  });

  it('refuses unknown fields in requests and allows them in answers', () => {
    expect(document.components.schemas.OrderInput).toMatchObject({ additionalProperties: false });
    expect(document.components.schemas.Order).not.toHaveProperty('additionalProperties');
  });

  it('offers the Idempotency-Key where it counts', () => {
    const offers = (name: EndpointName) =>
      operationOf(name).parameters.some((parameter) => parameter.name === 'Idempotency-Key');
    expect(names.filter(offers)).toEqual(names.filter((name) => takesIdempotencyKey(endpoints[name])));
    expect(names.filter(offers)).toEqual(
      expect.arrayContaining(['addTracking', 'fileReturn', 'replayMessage']),
    );
    // Nothing changes, the sender's own id says which it is, or the bytes do.
    for (const name of [
      'openSession',
      'quoteReturn',
      'receiveWebhook',
      'createUpload',
      'putOrder',
    ] as const) {
      expect(offers(name), name).toBe(false);
    }
  });

  it('holds the store key as a query parameter and both ways of opening a session', () => {
    const body = operationOf('openSession').requestBody?.content['application/json']?.schema;
    expect(JSON.stringify(body)).toContain('SessionByProof');
    expect(JSON.stringify(body)).toContain('SessionByLookup');
  });

  it('describes files as bytes, both ways, and how large they may be', () => {
    expect(operationOf('createUpload').requestBody?.content).toMatchObject({
      'image/jpeg': { schema: { description: expect.stringContaining('31457280 bytes') } },
      'application/pdf': {},
    });
    expect(operationOf('createUpload').responses['413']).toBeDefined();
    expect(operationOf('getDocument').responses['200']).toMatchObject({
      headers: { ETag: {}, 'Content-Disposition': {} },
      content: { '*/*': { schema: { description: 'The bytes of the file.' } } },
    });
    expect(operationOf('receiveWebhook').requestBody?.content).toHaveProperty(['application/json']);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
