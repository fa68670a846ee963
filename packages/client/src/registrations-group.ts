import type {
  ConsentChange,
  FoundProduct,
  OutsidePurchase,
  Passport,
  PassportList,
  RegistrationInput,
  Session,
  Transfer,
  TransferAcceptance,
} from '@postlude/contract';
import type { CallOptions, Conditional } from './call.ts';
import { findProducts, tellOutsidePurchase } from './outside-purchases.ts';
import {
  getPassport,
  listPassports,
  type PassportAddress,
  type PassportsOf,
  type ReadPassports,
} from './passports.ts';
import { changeConsents, registerItems } from './registrations.ts';
import type { OnceOptions } from './return-writes.ts';
import { acceptTransfer, cancelTransfer, startTransfer } from './transfers.ts';
import type { Transport } from './transport.ts';

type InLanguage = Pick<ReadPassports, 'locale'>;

/** Every call about passports that a storefront can make. */
export interface ClientPassports {
  /** `listPassports`: the units of an order, with what registering each one needs. */
  list(request: PassportsOf & ReadPassports, options?: CallOptions): Promise<Conditional<PassportList>>;
  /** `getPassport`, conditionally. */
  get(request: PassportAddress & ReadPassports, options?: CallOptions): Promise<Conditional<Passport>>;
}

/** Every call about registrations that a storefront can make. */
export interface ClientRegistrations {
  /** `registerItems`: all that are named or none. */
  register(
    request: PassportsOf & InLanguage,
    input: RegistrationInput,
    options?: OnceOptions,
  ): Promise<PassportList>;
  /** `changeConsents`: what an owner chose. */
  changeConsents(
    request: PassportAddress & InLanguage,
    change: ConsentChange,
    options?: CallOptions,
  ): Promise<Passport>;
  /** `findProducts`: by words, GTIN or what was scanned. */
  findProducts(q: string, options?: CallOptions): Promise<{ items: FoundProduct[] }>;
  /** `tellOutsidePurchase`: what was bought elsewhere, as an order of its own. */
  tellOutsidePurchase(purchase: OutsidePurchase, options?: OnceOptions): Promise<Session>;
}

/** Every call about changing hands that a storefront can make. */
export interface ClientTransfers {
  /** `startTransfer`: the hand-over code. */
  start(request: PassportAddress, options?: OnceOptions): Promise<Transfer>;
  /** `cancelTransfer`. */
  cancel(request: PassportAddress, options?: CallOptions): Promise<Passport>;
  /** `acceptTransfer`: takes an item over. */
  accept(acceptance: TransferAcceptance, options?: OnceOptions): Promise<Session>;
}

/** The calls about passports with their transport. */
export const passportsOf = (transport: Transport): ClientPassports => ({
  list: (request, call) => listPassports(transport, request, call),
  get: (request, call) => getPassport(transport, request, call),
});

/** The calls about registrations with their transport. */
export const registrationsOf = (transport: Transport): ClientRegistrations => ({
  register: (request, input, call) => registerItems(transport, request, input, call),
  changeConsents: (request, change, call) => changeConsents(transport, request, change, call),
  findProducts: (q, call) => findProducts(transport, q, call),
  tellOutsidePurchase: (purchase, call) => tellOutsidePurchase(transport, purchase, call),
});

/** The calls about changing hands with their transport. */
export const transfersOf = (transport: Transport): ClientTransfers => ({
  start: (request, call) => startTransfer(transport, request, call),
  cancel: (request, call) => cancelTransfer(transport, request, call),
  accept: (acceptance, call) => acceptTransfer(transport, acceptance, call),
});
