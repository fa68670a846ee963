import type { AsksTables } from './schema/asks.ts';
import type { ClaimMailsTables } from './schema/claim-mails.ts';
import type { ClaimsTables } from './schema/claims.ts';
import type { FollowTheParcelTables } from './schema/follow-the-parcel.ts';
import type { OrderMoneyTables } from './schema/order-money.ts';
import type { OutboxTables } from './schema/outbox.ts';
import type { PassportsTables } from './schema/passports.ts';
import type { ReferralsTables } from './schema/referrals.ts';
import type { ReturnPoliciesTables } from './schema/return-policies.ts';
import type { ReviewFilesTables } from './schema/review-files.ts';
import type { ReviewsTables } from './schema/reviews.ts';
import type { SendItBackTables } from './schema/send-it-back.ts';
import type { SerialsAndRecallsTables } from './schema/serials-and-recalls.ts';
import type { SurveyAnswersTables } from './schema/survey-answers.ts';
import type { UploadsTables } from './schema/uploads.ts';
import type { WarrantyPoliciesTables } from './schema/warranty-policies.ts';
import type { WithdrawalTables } from './schema/withdrawals.ts';

export type { TrackingEventsTable } from './schema/follow-the-parcel.ts';

/** All tables. `store_id` is first in every key. */
export interface Schema
  extends FollowTheParcelTables,
    OrderMoneyTables,
    OutboxTables,
    UploadsTables,
    SendItBackTables,
    ReturnPoliciesTables,
    WithdrawalTables,
    WarrantyPoliciesTables,
    PassportsTables,
    SerialsAndRecallsTables,
    ClaimMailsTables,
    AsksTables,
    ReviewFilesTables,
    ReferralsTables,
    ClaimsTables,
    SurveyAnswersTables,
    ReviewsTables {}
