import type { Money } from '@postlude/contract';
import type * as z from 'zod/mini';
import { toMoney } from '../ingest/decimal-money.ts';
import { EasyPostError, type EasyPostRate, EasyPostShipment, shipmentBody } from './easypost-wire.ts';
import { type Label, type LabelAdapter, LabelError, type VoidOutcome } from './label.ts';

/** The largest answer and the largest label that are read, in bytes. */
const largestAnswer = 4 * 1024 * 1024;

type Rate = z.infer<typeof EasyPostRate>;

/** How an adapter is made. */
export interface EasyPostOptions {
  readonly apiKey: string;
  /** Where EasyPost answers, without a path. */
  readonly baseUrl: string;
  /** Milliseconds one request may take; 20 seconds unless told, carriers are slow. */
  readonly timeout?: number;
}

/**
 * Labels of the carriers of an EasyPost account (https://docs.easypost.com/docs/shipments). The return's number is the
 * shipment's reference: a return that has a shipment already goes on with it, and one whose label was bought is not
 * bought again, also when the answer to the purchase never came.
 */
export function easyPostAdapter({ apiKey, baseUrl, timeout = 20_000 }: EasyPostOptions): LabelAdapter {
  const authorization = `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`;

  async function ask(method: 'GET' | 'POST', path: string, signal: AbortSignal, body?: unknown) {
    const { status, bytes } = await fetched(`${baseUrl}${path}`, {
      method,
      headers: {
        Authorization: authorization,
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    const json = jsonOf(bytes);
    if (status >= 200 && status < 300) {
      const shipment = EasyPostShipment.safeParse(json);
      if (shipment.success) return shipment.data;
      throw new LabelError('unavailable', 'EasyPost answered with something else than a shipment.');
    }
    if (status === 404 && method === 'GET') return null;
    throw errorOf(status, json);
  }

  /** The shipment of an earlier try. A reference is not unique in an account, so what it leads to is looked at. */
  async function earlier(returnNumber: string, signal: AbortSignal): Promise<EasyPostShipment | null> {
    const found = await ask('GET', `/v2/shipments/${encodeURIComponent(returnNumber)}`, signal);
    return found?.is_return === true && found.reference === returnNumber ? found : null;
  }

  async function buy(
    shipment: EasyPostShipment,
    currency: string,
    signal: AbortSignal,
  ): Promise<EasyPostShipment> {
    const rate = cheapest(shipment.rates ?? [], currency);
    if (!rate) throw new LabelError('no_rates', reasonsOf(shipment));
    const path = `/v2/shipments/${encodeURIComponent(shipment.id)}`;
    try {
      const bought = await ask('POST', `${path}/buy`, signal, { rate: { id: rate.id } });
      if (bought) return bought;
    } catch (error) {
      // Another try of ours was faster: its label is this one's.
      if (!(error instanceof LabelError) || !error.message.startsWith('SHIPMENT.POSTAGE.EXISTS')) throw error;
      const bought = await ask('GET', path, signal);
      if (bought) return bought;
    }
    throw new LabelError('unavailable', 'EasyPost does not know its own shipment.');
  }

  return {
    name: 'easypost',
    async create(request, signal) {
      const known = await earlier(request.returnNumber, signal);
      const shipment = known ?? (await ask('POST', '/v2/shipments', signal, shipmentBody(request)));
      if (!shipment) throw new LabelError('unavailable', 'EasyPost made no shipment.');
      const bought = shipment.postage_label ? shipment : await buy(shipment, request.currency, signal);
      return labelOf(bought, async (url) => {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
        return isSafe(url, baseUrl) ? labelAt(url, limit) : null;
      });
    },
    async void({ returnNumber, providerId }, signal) {
      const bought =
        providerId === null
          ? await earlier(returnNumber, signal)
          : await ask('GET', `/v2/shipments/${encodeURIComponent(providerId)}`, signal);
      if (!bought && providerId !== null) {
        throw new LabelError(
          'refused',
          'The store’s account does not know this label. It may be another account’s.',
        );
      }
      if (!bought?.postage_label || isTakenBack(bought)) return { state: 'voided' };
      const path = `/v2/shipments/${encodeURIComponent(bought.id)}/refund`;
      return outcomeOf(await ask('POST', path, signal));
    },
  };
}

const isTakenBack = ({ refund_status: status }: EasyPostShipment): boolean =>
  status === 'submitted' || status === 'refunded';

/** A refund that is asked for right after the purchase may be rejected by mistake, and is worth another try. */
function outcomeOf(shipment: EasyPostShipment | null): VoidOutcome {
  if (shipment && isTakenBack(shipment)) return { state: 'voided' };
  if (shipment?.refund_status === 'not_applicable') {
    return { state: 'kept', reason: 'not_applicable: this carrier charges for a label when it is scanned.' };
  }
  throw new LabelError('unavailable', `The carrier has not taken it back (${shipment?.refund_status}).`);
}

async function labelOf(
  shipment: EasyPostShipment,
  load: (url: string) => Promise<Uint8Array | null>,
): Promise<Label> {
  const { selected_rate: rate, postage_label: label } = shipment;
  const url = label?.label_pdf_url ?? label?.label_url ?? null;
  return {
    carrierName: rate?.carrier ?? 'EasyPost',
    trackingNumber: shipment.tracking_code ?? null,
    // The label is bought: that its file is away for the moment takes nothing from it, its address stays.
    pdf: url === null ? null : await load(url).catch(() => null),
    labelUrl: url,
    qr: null,
    cost: rate ? costOf(rate) : null,
    providerId: shipment.id,
  };
}

/** The cheapest in the shop's currency, otherwise in the one the account is charged in. */
function cheapest(rates: readonly Rate[], currency: string): Rate | null {
  const wanted = rates.some((rate) => rate.currency === currency) ? currency : rates[0]?.currency;
  const [first] = rates
    .filter((rate) => rate.currency === wanted && Number.isFinite(Number(rate.rate)))
    .toSorted((a, b) => Number(a.rate) - Number(b.rate));
  return first ?? null;
}

const costOf = ({ rate, currency }: Rate): Money | null => toMoney(rate, currency);

/** A file is fetched over the same kind of connection as everything else, and from nowhere in particular. */
const isSafe = (url: string, baseUrl: string): boolean =>
  URL.canParse(url) && new URL(url).protocol === new URL(baseUrl).protocol;

async function labelAt(url: string, signal: AbortSignal): Promise<Uint8Array | null> {
  const { status, bytes } = await fetched(url, { signal });
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  return status === 200 && isPdf ? bytes : null;
}

async function fetched(url: string, init: RequestInit): Promise<{ status: number; bytes: Uint8Array }> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error' });
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength;
      if (length > largestAnswer) throw new Error('the answer is too long');
      chunks.push(chunk);
    }
    return { status: response.status, bytes: Buffer.concat(chunks) };
  } catch (cause) {
    throw new LabelError('unavailable', 'EasyPost cannot be reached.', { cause });
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Codes of a provider behind EasyPost that is slow or away; everything else it says no to stays a no. */
const transientCodes = new Set([
  'SHIPMENT.POSTAGE.NO_RESPONSE',
  'SHIPMENT.RATES.UNAVAILABLE',
  'RATE_LIMITED',
]);

function errorOf(status: number, json: unknown): LabelError {
  const { error } = EasyPostError.safeParse(json).data ?? {};
  const code = error?.code ?? `HTTP ${status}`;
  const message = `${code}: ${textOf(error?.message)} ${textOf(error?.errors)}`.trim().slice(0, 500);
  if (status === 401 || status === 403) return new LabelError('key_invalid', message);
  if (status === 408 || status === 429 || status >= 500 || transientCodes.has(code)) {
    return new LabelError('unavailable', message);
  }
  const fields = textOf(error?.errors);
  const isAddress =
    code.startsWith('ADDRESS.') || /\b(to|from)_address\b|"(street1|city|state|zip)"/.test(fields);
  return new LabelError(isAddress ? 'address_invalid' : 'refused', message);
}

const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

function reasonsOf({ messages }: EasyPostShipment): string {
  const reasons = (messages ?? []).map(({ carrier, message }) => `${carrier ?? ''}: ${textOf(message)}`);
  return reasons.length === 0
    ? 'No carrier of the account takes this parcel.'
    : reasons.join('; ').slice(0, 500);
}
