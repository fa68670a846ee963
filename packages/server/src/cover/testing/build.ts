import type { WarrantyPlan } from '@postlude/contract';
import type { CoverFacts } from '../facts.ts';

/** A plan of two years from delivery, with what a test wants otherwise. */
export const plan = (changes: Partial<WarrantyPlan> = {}): WarrantyPlan => ({
  id: 'standard',
  months: 24,
  from: 'delivery',
  registrationNeeded: false,
  extraForRegistering: 0,
  registerWithinDays: null,
  covers: [],
  excludes: [],
  benefits: [],
  transferable: true,
  ...changes,
});

/** An item bought here and delivered to Germany on 3 August 2026, without a plan. */
export const facts = (changes: Partial<CoverFacts> = {}): CoverFacts => ({
  country: 'DE',
  origin: 'here',
  purchasedOn: '2026-08-01',
  shippedOn: '2026-08-02',
  deliveredOn: '2026-08-03',
  registration: null,
  plan: null,
  handedOver: false,
  addedMonths: 0,
  done: [],
  today: '2026-11-22',
  ...changes,
});
