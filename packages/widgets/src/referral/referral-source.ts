import type {
  AdvocateReferral,
  AskResponse,
  CurrentAsk,
  ReferralCard,
  ReferralJoin,
  ReferralShare,
} from '@postlude/contract';
import type { SessionSource } from '../order-session/opening.ts';
import type { OrderAccess } from '../returns/returns-source.ts';

/** Where recommendations come from and go to. Rejects as `OrderSource` says. */
export interface ReferralSource extends SessionSource {
  card(access: OrderAccess, signal: AbortSignal): Promise<ReferralCard>;
  /** Takes part, or changes the name. */
  join(access: OrderAccess, joining: ReferralJoin, signal: AbortSignal): Promise<ReferralCard>;
  list(
    access: OrderAccess,
    cursor: string,
    signal: AbortSignal,
  ): Promise<{ readonly items: readonly AdvocateReferral[]; readonly next: string | null }>;
  /** Tells that it was shared; also for a page that goes to another app. */
  share(access: OrderAccess, share: ReferralShare, signal: AbortSignal): Promise<void>;
  /** What the shopper may be asked now. */
  ask(access: OrderAccess, signal: AbortSignal): Promise<CurrentAsk>;
  respond(access: OrderAccess, response: AskResponse, signal: AbortSignal): Promise<unknown>;
}
