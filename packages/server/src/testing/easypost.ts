import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';
import { pdf } from './pictures.ts';

/** How the stand-in behaves. */
export type EasyPostMood =
  | 'well'
  | 'no_rates'
  | 'bad_address'
  | 'down'
  | 'silent'
  | 'lost_answer'
  | 'label_away'
  | 'nonsense'
  | 'refund_rejected'
  | 'bill_on_scan';

/** What we send of what it looks into; null without a body. */
type SentBody = z.infer<typeof SentBody>;
const SentBody = z.nullable(
  z.looseObject({
    rate: z.optional(z.looseObject({ id: z.string() })),
    shipment: z.optional(
      z.looseObject({
        reference: z.optional(z.string()),
        to_address: z.optional(z.looseObject({ street1: z.optional(z.string()) })),
      }),
    ),
  }),
);

/** A request it got. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: SentBody;
}

/** A server that behaves like EasyPost's, as documented: shipments by id and reference, rates, buying once. */
export interface FakeEasyPost {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  /** How many labels were paid. */
  bought(): number;
  /** How many of them were given back. */
  refunded(): number;
  setMood(mood: EasyPostMood): void;
  /** Does something once while a request to such a path waits for its answer; resolves when it is done. */
  whenAsked(path: RegExp, work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** The only key it knows. */
export const easyPostKey = 'EZTKtestkey1234567890';

interface Shipment {
  id: string;
  reference: string;
  is_return: boolean;
  tracking_code: string | null;
  rates: { id: string; carrier: string; service: string; rate: string; currency: string }[];
  selected_rate: object | null;
  postage_label: { label_url: string; label_pdf_url: string | null } | null;
  refund_status: string | null;
  messages: object[];
}

/** Starts the stand-in on a free port of this machine. */
export async function openEasyPost(): Promise<FakeEasyPost> {
  const shipments: Shipment[] = [];
  const seen: SeenRequest[] = [];
  let mood: EasyPostMood = 'well';
  let bought = 0;
  let refunded = 0;
  let awaited: { readonly path: RegExp; readonly work: () => Promise<void> } | null = null;

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const path = request.url ?? '';
    seen.push({ method: request.method ?? '', path, body });
    if (awaited?.path.test(path)) {
      const { work } = awaited;
      awaited = null;
      await work();
    }
    const wanted = `Basic ${Buffer.from(`${easyPostKey}:`).toString('base64')}`;
    if (mood === 'silent') return;
    if (mood === 'down')
      return send(response, 503, { error: { code: 'INTERNAL_SERVER_ERROR', message: 'Down', errors: [] } });
    if (mood === 'nonsense') return send(response, 200, ['<html>']);
    if (path.startsWith('/labels/')) {
      // The store of the label files knows no key and must be sent none.
      if (request.headers.authorization !== undefined || mood === 'label_away')
        return send(response, 403, {});
      response.writeHead(200, { 'Content-Type': 'application/pdf' }).end(pdf);
      return;
    }
    if (request.headers.authorization !== wanted) {
      return send(response, 401, {
        error: { code: 'APIKEY.INACTIVE', message: 'This api key is no longer active.', errors: [] },
      });
    }
    const [, , , id, action] = path.split('/').map(decodeURIComponent);
    const known = shipments.find((one) => one.id === id || one.reference === id);
    if (request.method === 'GET') {
      if (known) return send(response, 200, known);
      return send(response, 404, {
        error: { code: 'NOT_FOUND', message: 'The requested resource could not be found.', errors: [] },
      });
    }
    if (action === 'buy' && known) {
      if (known.postage_label) {
        return send(response, 422, {
          error: {
            code: 'SHIPMENT.POSTAGE.EXISTS',
            message: 'Postage already exists for this shipment.',
            errors: [],
          },
        });
      }
      bought += 1;
      known.selected_rate = known.rates.find((rate) => rate.id === body?.rate?.id) ?? null;
      known.tracking_code = '9400100105440241777777';
      known.postage_label = { label_url: `${address()}/labels/1.pdf`, label_pdf_url: null };
      if (mood === 'lost_answer') return void response.destroy();
      return send(response, 200, known);
    }
    if (action === 'refund' && known) {
      if (mood === 'refund_rejected') known.refund_status = 'rejected';
      else if (mood === 'bill_on_scan') known.refund_status = 'not_applicable';
      else {
        refunded += 1;
        known.refund_status = 'submitted';
      }
      if (mood === 'lost_answer') return void response.destroy();
      return send(response, 200, known);
    }
    if (mood === 'bad_address' || !body?.shipment?.to_address?.street1) {
      return send(response, 422, {
        error: {
          code: 'SHIPMENT.INVALID_PARAMS',
          message: 'Unable to create shipment, one or more parameters were invalid.',
          errors: [{ to_address: 'Required and missing.' }],
        },
      });
    }
    const made = shipmentOf(body.shipment.reference ?? '', shipments.length + 1, mood === 'no_rates');
    shipments.push(made);
    return send(response, 201, made);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: address(),
    seen,
    bought: () => bought,
    refunded: () => refunded,
    setMood: (next) => {
      mood = next;
    },
    whenAsked: (path, work) =>
      new Promise((resolve, reject) => {
        awaited = { path, work: () => work().then(resolve, reject) };
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function shipmentOf(reference: string, count: number, empty: boolean): Shipment {
  const rate = (id: string, carrier: string, amount: string, currency = 'USD') => ({
    id: `rate_${id}`,
    carrier,
    service: 'GroundReturn',
    rate: amount,
    currency,
  });
  return {
    id: `shp_fake${count}`,
    reference,
    is_return: true,
    tracking_code: null,
    rates: empty
      ? []
      : [rate('1', 'UPS', '12.10'), rate('2', 'USPS', '9.58'), rate('3', 'Other', '3.10', 'CAD')],
    selected_rate: null,
    postage_label: null,
    refund_status: null,
    messages: empty ? [{ carrier: 'USPS', type: 'rate_error', message: 'from_address.zip: is invalid' }] : [],
  };
}

async function bodyOf(request: IncomingMessage): Promise<SentBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return SentBody.parse(text === '' ? null : JSON.parse(text));
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
