import type { Id, ReturnSummary, WarrantyPlan } from '@postlude/contract';
import type { Selectable } from 'kysely';
import type { PassportOwnersTable, RegistrationsTable, TransfersTable } from '../db/schema/passports.ts';
import type { SoldLine, SoldOrder } from '../orders/read-sold.ts';
import type { KnownStore } from '../tracking/index.ts';
import type { StoredWarrantyPolicy } from '../warranty-policy/store.ts';

/** A registration as it is kept. */
export type RegistrationRow = Selectable<RegistrationsTable>;
/** A hand-over code as it is kept. */
export type TransferRow = Selectable<TransfersTable>;
/** An owner of a unit that changed hands. */
export type OwnerRow = Selectable<PassportOwnersTable>;

/** Whose eyes a passport is read with: those of one of its owners, who have an order each. */
export interface PassportReader {
  readonly orderId: Id<'order'>;
  readonly orderNumber: string;
  /** The line of that order that is the unit. */
  readonly lineId: Id<'line'>;
  readonly email: string | null;
  readonly name: string | null;
  readonly locale: string | null;
  /** False for an owner who handed it over. */
  readonly isOwner: boolean;
}

/** Everything known of one bought unit. Days are calendar days of the store. */
export interface PassportFacts {
  readonly id: Id<'passport'>;
  readonly storeId: string;
  readonly store: KnownStore;
  /** The order it was bought with, and its line: where it was bought, whoever owns it now. */
  readonly sold: SoldOrder;
  readonly line: SoldLine;
  readonly unit: number;
  readonly units: number;
  readonly gtin: string | null;
  /** False for what its first owner bought in another shop. */
  readonly boughtHere: boolean;
  readonly reader: PassportReader;
  readonly country: string | null;
  readonly purchasedOn: string;
  readonly purchasedAbout: boolean;
  /** The other shop; null for what was bought here. */
  readonly boughtAt: string | null;
  readonly shippedOn: string | null;
  readonly deliveredOn: string | null;
  readonly shipmentId: Id<'shipment'> | null;
  readonly serial: string | null;
  readonly batch: string | null;
  readonly state: 'owned' | 'returned' | 'transferred';
  /** True once it can be taken to be in its owner's hands. */
  readonly inHands: boolean;
  /** The reader's; the newest there is. */
  readonly registration: RegistrationRow | null;
  /** The policy it was registered under, else the one in force. */
  readonly policy: StoredWarrantyPolicy;
  readonly plan: WarrantyPlan | null;
  /** Everybody who owned it, the first first; none for a unit that never changed hands. */
  readonly owners: readonly OwnerRow[];
  /** The reader's open hand-over. */
  readonly transfer: TransferRow | null;
  /** Returns the line is in, as far as the reader may know of them. */
  readonly returns: readonly ReturnSummary[];
  /** Months that staff added to what the store promises, all that stand together. */
  readonly addedMonths: number;
  readonly today: string;
}
