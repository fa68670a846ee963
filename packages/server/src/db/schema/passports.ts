import type { Registration, RegistrationStatus } from '@postlude/contract';
import type { Json, MaybeJson, MaybeMoment, Moment } from '../columns.ts';

/** A bought unit. `order_id`, `line_id` and `unit` say where it was bought and never change. */
export interface PassportsTable {
  store_id: string;
  passport_id: string;
  order_id: string;
  line_id: string;
  /** 1 is the first of the line. */
  unit: number;
  /** The order of whoever owns it now: the one it was bought with, or the one a transfer made. */
  owner_order_id: string;
  serial: string | null;
  /** See `serialKey` of the contract. */
  serial_key: string | null;
  batch: string | null;
  created_at: Moment;
}

/** The owners of a unit that changed hands; none for one that did not. */
export interface PassportOwnersTable {
  store_id: string;
  passport_id: string;
  /** 1 is who bought it. */
  sequence: number;
  order_id: string;
  line_id: string;
  since: string | null;
  /** Null for the one who has it now. */
  through: string | null;
}

/** A registration by one owner of a unit. */
export interface RegistrationsTable {
  store_id: string;
  registration_id: string;
  passport_id: string;
  /** The owner's order. */
  order_id: string;
  /** `7K3D-9QXM-2F4T`. */
  code: string;
  status: RegistrationStatus;
  automatic: boolean;
  policy_version: number;
  /** From when it counts: a new owner goes on with the day of the one before. */
  registered_at: Moment;
  rejected: MaybeJson<NonNullable<Registration['rejected']>>;
  /** Counts the entries of its audit. */
  revision: number;
  created_at: Moment;
  updated_at: Moment;
}

/** What happened to a registration; never changed. */
export interface RegistrationAuditTable {
  store_id: string;
  registration_id: string;
  /** The registration's revision after it. */
  sequence: number;
  at: Moment;
  by: string;
  action: string;
  before: string | null;
  after: string;
  note: string | null;
  data: Json<Record<string, unknown>>;
  /** What an undo puts back; null for what cannot be undone. */
  restore: MaybeJson<Record<string, unknown>>;
}

/** A serial number that may be registered once, and the unit that has it. */
export interface RegisteredSerialsTable {
  store_id: string;
  product_key: string;
  serial_key: string;
  passport_id: string;
}

/** What an owner chose about one kind of messages, each time anew; the greatest sequence counts. */
export interface ConsentsTable {
  store_id: string;
  passport_id: string;
  /** The owner's order. */
  order_id: string;
  sequence: number;
  given: boolean;
  at: Moment;
}

/** A hand-over code. */
export interface TransfersTable {
  store_id: string;
  transfer_id: string;
  passport_id: string;
  /** The order of the owner who made it. */
  order_id: string;
  /** What it is found by: a keyed hash of the code. */
  code_hash: string;
  /** The code for its owner's eyes, encrypted by the SecretBox. */
  code_sealed: string;
  state: 'open' | 'used' | 'cancelled';
  created_at: Moment;
  expires_at: Moment;
  ended_at: MaybeMoment;
}

/** What an owner told of something bought elsewhere; one for each order whose source is `elsewhere`. */
export interface OutsidePurchasesTable {
  store_id: string;
  order_id: string;
  purchased_on: string;
  about: boolean;
  /** The shop or market place. */
  bought_at: string;
  name: string | null;
  created_at: Moment;
}

/** Parcels whose items were looked at for a registration by themselves. */
export interface DeliveryRegistrationsTable {
  store_id: string;
  shipment_id: string;
  at: Moment;
}

/** The tables of migration 10. */
export interface PassportsTables {
  passports: PassportsTable;
  passport_owners: PassportOwnersTable;
  registrations: RegistrationsTable;
  registration_audit: RegistrationAuditTable;
  registered_serials: RegisteredSerialsTable;
  safety_consents: ConsentsTable;
  marketing_consents: ConsentsTable;
  transfers: TransfersTable;
  outside_purchases: OutsidePurchasesTable;
  delivery_registrations: DeliveryRegistrationsTable;
}
