import './zod-setup.ts';
import { type Access, type Endpoint, takesIdempotencyKey } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { IncomingMessage, Receipt, UnknownStatus } from './ingest.ts';
import { Money } from './money.ts';
import { type Json, type SchemaWriter, schemaWriter } from './openapi-schemas.ts';
import { Line, Order } from './orders.ts';
import { Problem, type ProblemCode, problems } from './problems.ts';
import { Session, SessionByLookup, SessionByProof } from './sessions.ts';
import { ShipmentInput, TrackingInput } from './shipments.ts';
import { OrderInput, OrderSummary, StaffOrder } from './staff-orders.ts';
import { PublicStore, Store, StoreUpdate } from './stores.ts';
import {
  Carrier,
  DeliveryPromise,
  DeliveryProof,
  Headline,
  Item,
  Leg,
  PickupPoint,
  Place,
  ProgressStep,
  PromiseChange,
  RequiredAction,
  Shipment,
  TrackingEvent,
} from './tracking.ts';
import { Upload } from './uploads.ts';

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly servers: readonly Json[];
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: {
    readonly schemas: Record<string, Json>;
    readonly responses: Record<string, Json>;
    readonly securitySchemes: Record<string, Json>;
  };
}

/** What is described once under `components/schemas` and referred to everywhere else. */
const components = {
  Carrier,
  DeliveryPromise,
  DeliveryProof,
  Headline,
  IncomingMessage,
  Item,
  Leg,
  Line,
  Money,
  Order,
  OrderInput,
  OrderSummary,
  PickupPoint,
  Place,
  Problem,
  ProgressStep,
  PromiseChange,
  PublicStore,
  Receipt,
  RequiredAction,
  Session,
  SessionByLookup,
  SessionByProof,
  Shipment,
  ShipmentInput,
  StaffOrder,
  Store,
  StoreUpdate,
  TrackingEvent,
  TrackingInput,
  UnknownStatus,
  Upload,
};

const securityOf: Record<Access, readonly Json[]> = {
  public: [],
  publishable: [{ publishableKey: [] }],
  session: [{ shopperSession: [] }],
  staff: [{ secretKey: [] }],
  signature: [{ webhookSignature: [] }],
};

const securitySchemes: Record<string, Json> = {
  publishableKey: {
    type: 'apiKey',
    in: 'query',
    name: 'store',
    description:
      'Says which store a page belongs to. Opens nothing, and works from the store’s own origins only.',
  },
  shopperSession: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of a session (`st_…`): one order, for a short time.',
  },
  secretKey: { type: 'http', scheme: 'bearer', description: 'A secret key (`sk_…`). Never from a browser.' },
  webhookSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Signature',
    description: 'The provider’s own signature header over the raw bytes; the name differs by provider.',
  },
};

/** What every endpoint can answer with. */
const everywhere: readonly ProblemCode[] = ['invalid_input', 'rate_limited', 'unavailable', 'internal'];
const withBody: readonly ProblemCode[] = ['invalid_json', 'too_large', 'unsupported_media_type'];
const withIdempotency: readonly ProblemCode[] = ['idempotency_conflict', 'idempotency_in_progress'];

/** Every problem an endpoint can answer with. */
export function problemsOf(endpoint: Endpoint): ProblemCode[] {
  const codes = new Set<ProblemCode>([...endpoint.problems, ...everywhere]);
  if (endpoint.body) for (const code of withBody) codes.add(code);
  if (endpoint.bodyKind === 'raw') codes.add('too_large');
  if (takesIdempotencyKey(endpoint)) for (const code of withIdempotency) codes.add(code);
  return [...codes];
}

/**
 * The whole API as an OpenAPI 3.1 document, made from the table of endpoints.
 *
 * @param options.url where the API is served, without a slash at the end.
 */
export function openApiDocument(options: { url?: string; version?: string } = {}): OpenApiDocument {
  const schemas = schemaWriter(components);
  const paths: OpenApiDocument['paths'] = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    const methods = paths[endpoint.path] ?? {};
    paths[endpoint.path] = methods;
    methods[endpoint.method.toLowerCase()] = operation(name, endpoint, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Postlude',
      version: options.version ?? '1',
      summary: 'Everything a shop does for a customer after the purchase.',
      description:
        'Times are RFC 3339 in UTC, money is an integer of minor units with its currency, ids are a prefix and a UUIDv7. ' +
        'Unknown fields in requests are refused; please ignore unknown fields in answers.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: options.url ?? '/' }],
    paths,
    components: { schemas: schemas.named(), responses: problemResponses(), securitySchemes },
  };
}

function operation(name: string, endpoint: Endpoint, schemas: SchemaWriter): Json {
  const status = String(endpoint.status ?? 200);
  const responses: Record<string, Json> = {
    [status]: {
      description: endpoint.summary,
      ...answerHeaders(endpoint),
      content: answerContent(endpoint, schemas),
    },
  };
  if (endpoint.conditional)
    responses['304'] = { description: 'Nothing has changed since the ETag that was sent.' };
  for (const [code, list] of groupByStatus(problemsOf(endpoint))) responses[code] = problemAnswer(list);

  return {
    operationId: name,
    summary: endpoint.summary,
    description: endpoint.description,
    tags: [tagOf(endpoint.access)],
    security: securityOf[endpoint.access],
    parameters: parametersOf(endpoint, schemas),
    ...requestBody(endpoint, schemas),
    responses,
  };
}

/** A file is described as the bytes it is (OpenAPI 3.1: a media type without a schema of its content). */
function answerContent(endpoint: Endpoint, schemas: SchemaWriter): Json {
  if (endpoint.outputKind === 'bytes') return { [endpoint.contentType ?? '*/*']: { schema: binary } };
  return { [endpoint.contentType ?? 'application/json']: { schema: schemas.write(endpoint.output) } };
}

function answerHeaders(endpoint: Endpoint): Json {
  const text = { type: 'string' };
  const headers = {
    ...(endpoint.conditional ? { ETag: { description: 'For If-None-Match.', schema: text } } : {}),
    ...(endpoint.outputKind === 'bytes'
      ? {
          'Content-Disposition': {
            description: 'Whether to show or to save it, and its name.',
            schema: text,
          },
        }
      : {}),
  };
  return Object.keys(headers).length === 0 ? {} : { headers };
}

const binary: Json = { description: 'The bytes of the file.' };

function parametersOf(endpoint: Endpoint, schemas: SchemaWriter): Json[] {
  const list: Json[] = [];
  for (const [where, schema] of [
    ['path', endpoint.params],
    ['query', endpoint.query],
  ] as const) {
    if (!schema) continue;
    const { properties = {}, required = [] } = schemas.write(schema) as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    for (const [name, property] of Object.entries(properties)) {
      list.push({ name, in: where, required: required.includes(name), schema: property });
    }
  }
  if (endpoint.conditional) {
    list.push({ name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } });
  }
  if (takesIdempotencyKey(endpoint)) {
    list.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key and body give the same answer for 24 hours.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    });
  }
  return list;
}

function requestBody(endpoint: Endpoint, schemas: SchemaWriter): Json {
  if (endpoint.bodyKind === 'raw') {
    const limit = endpoint.bodyLimit === undefined ? '' : ` At most ${endpoint.bodyLimit} bytes.`;
    const what = endpoint.access === 'signature' ? 'As the provider sends it.' : 'The bytes of the file.';
    const schema = { description: `${what}${limit}` };
    const types = endpoint.bodyTypes ?? ['application/json'];
    const content = Object.fromEntries(types.map((type) => [type, { schema }]));
    return { requestBody: { required: true, content } };
  }
  if (!endpoint.body) return {};
  const schema = schemas.write(endpoint.body);
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function tagOf(access: Access): string {
  if (access === 'staff') return 'Staff';
  return access === 'signature' ? 'Webhooks' : 'Storefront';
}

function groupByStatus(codes: readonly ProblemCode[]): Map<string, ProblemCode[]> {
  const groups = new Map<string, ProblemCode[]>();
  for (const code of codes) {
    const status = String(problems[code].status);
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return groups;
}

function problemAnswer(codes: readonly ProblemCode[]): Json {
  const [only] = codes;
  if (only && codes.length === 1) return { $ref: `#/components/responses/${only}` };
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('\n\n'),
    content: { 'application/problem+json': { schema: problemSchema(codes) } },
  };
}

function problemResponses(): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(problems).map(([code, { title }]) => [
      code,
      {
        description: title,
        content: { 'application/problem+json': { schema: problemSchema([code]) } },
      },
    ]),
  );
}

const problemSchema = (codes: readonly string[]): Json => ({
  allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
});
