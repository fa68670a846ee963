import type { Money } from '@postlude/contract';

/** Where a parcel comes from or goes to. */
export interface PostalAddress {
  readonly name: string;
  readonly company: string | null;
  /** Street and house number, floor; one to three lines. */
  readonly lines: readonly string[];
  readonly city: string;
  /** State, province or region, as the country writes it. */
  readonly region: string | null;
  readonly postcode: string | null;
  /** ISO 3166-1, two capital letters. */
  readonly country: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What is in a parcel, as a slip lists it. */
export interface PackedItem {
  readonly title: string;
  readonly variant: string | null;
  readonly quantity: number;
}

/** The same, as customs asks for it. */
export interface DeclaredItem extends PackedItem {
  readonly sku: string | null;
  /** What one of them was sold for, in minor units of the request's currency; null where that is not known. */
  readonly unitValue: number | null;
}

/** What goes back, from where and to where. */
export interface LabelRequest {
  readonly returnNumber: string;
  readonly orderNumber: string;
  readonly from: PostalAddress;
  readonly to: PostalAddress;
  readonly items: readonly DeclaredItem[];
  /** Null where nobody weighed it: a small box of half a kilogram is taken. */
  readonly parcel: {
    readonly weightGrams: number;
    readonly lengthMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  } | null;
  /** ISO 4217: what the label may be paid in. */
  readonly currency: string;
}

/** A label that was made. */
export interface Label {
  readonly carrierName: string;
  readonly trackingNumber: string | null;
  readonly pdf: Uint8Array | null;
  /** Where the provider keeps it. */
  readonly labelUrl: string | null;
  /** What a counter scans instead of a printed label; the text of the code. */
  readonly qr: string | null;
  /** What it costs the shop. */
  readonly cost: Money | null;
  /** The provider's own id of it; the return number for a packing slip. */
  readonly providerId: string;
}

/** Which label to take back. */
export interface VoidRequest {
  readonly returnNumber: string;
  /** The provider's own id of it; null where its answer was lost and it is not known whether there is one. */
  readonly providerId: string | null;
}

/** What became of a label that was to be taken back. */
export type VoidOutcome =
  /** It is taken back, or was never bought. */
  | { readonly state: 'voided' }
  /** It stays bought; why, in the provider's words, for staff. */
  | { readonly state: 'kept'; readonly reason: string };

/** Makes labels. */
export interface LabelAdapter {
  readonly name: 'easypost' | 'packing_slip';
  /**
   * Makes the label of a return; the same return asked for again is the same label and is paid once.
   *
   * @throws LabelError when there is none.
   */
  create(request: LabelRequest, signal: AbortSignal): Promise<Label>;
  /**
   * Takes the label of a return back, where it was not used. Taking it back again changes nothing.
   *
   * @throws LabelError when that cannot be told now.
   */
  void(request: VoidRequest, signal: AbortSignal): Promise<VoidOutcome>;
}

/**
 * Why there is no label. `address_invalid`: somebody has to correct an address. `no_rates`: nobody carries it that way.
 * `key_invalid`: the provider does not know the shop's key. `refused`: anything else the provider says no to.
 * `unavailable`: the provider is away or slow; worth another try.
 */
export type LabelErrorCode = 'address_invalid' | 'no_rates' | 'key_invalid' | 'refused' | 'unavailable';

/** A label that could not be made. The message is the provider's, for staff; a shopper is told something of ours. */
export class LabelError extends Error {
  override readonly name = 'LabelError';
  readonly code: LabelErrorCode;

  constructor(code: LabelErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  /** True when the same request may well succeed in a moment. */
  get isTransient(): boolean {
    return this.code === 'unavailable';
  }
}
