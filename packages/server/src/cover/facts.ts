import type { RegistrationStatus, WarrantyPlan } from '@postlude/contract';

/** Something that was done to an item under a claim. Days are calendar days of the store. */
export interface DoneClaim {
  readonly route: 'legal_guarantee' | 'warranty' | 'repair';
  readonly outcome: 'repaired' | 'replaced' | 'kit_sent' | 'refunded' | 'credited' | 'nothing_found';
  readonly receivedOn: string | null;
  readonly doneOn: string;
}

/** Everything the covers of one unit are decided from. Days are `YYYY-MM-DD` in the store's time zone. */
export interface CoverFacts {
  /** ISO 3166-1 alpha-2; null when not known. */
  readonly country: string | null;
  /** `elsewhere`: another seller owes the legal guarantee. `transferred` counts as where it was bought first. */
  readonly origin: 'here' | 'elsewhere';
  readonly purchasedOn: string | null;
  readonly shippedOn: string | null;
  readonly deliveredOn: string | null;
  readonly registration: { readonly status: RegistrationStatus; readonly registeredOn: string } | null;
  /** The plan of the policy it was registered under, or of the one in force; null when none is about it. */
  readonly plan: WarrantyPlan | null;
  /** It was handed over to another owner at least once. */
  readonly handedOver: boolean;
  /** Months the store added by hand; 0 for none. */
  readonly addedMonths: number;
  /** What was done so far, in any order. */
  readonly done: readonly DoneClaim[];
  readonly today: string;
}
