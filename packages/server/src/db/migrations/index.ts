import { followTheParcel } from './0001-follow-the-parcel.ts';
import { orderMoney } from './0002-order-money.ts';
import { outbox } from './0003-outbox.ts';
import { uploads } from './0004-uploads.ts';
import { sendItBack } from './0005-send-it-back.ts';
import { withdrawals } from './0006-withdrawals.ts';
import { returnPolicies } from './0007-return-policies.ts';
import { reservedVariants } from './0008-reserved-variants.ts';
import { warrantyPolicies } from './0009-warranty-policies.ts';
import { passports } from './0010-passports.ts';
import { serialsAndRecalls } from './0011-serials-and-recalls.ts';
import { claims } from './0012-claims.ts';
import { returnMails } from './0013-return-mails.ts';
import { claimMails } from './0014-claim-mails.ts';
import { asks } from './0015-asks.ts';
import { reviews } from './0016-reviews.ts';
import { reviewFiles } from './0017-review-files.ts';
import { referrals } from './0018-referrals.ts';
import { reviewNumbers } from './0019-review-numbers.ts';
import { buyerKeys } from './0020-buyer-keys.ts';
import { surveyAnswers } from './0021-survey-answers.ts';
import { importedPictures } from './0022-imported-pictures.ts';
import type { Migration, StoreTable } from './migration.ts';

/** All steps, in order. */
export const migrations: readonly Migration[] = [
  followTheParcel,
  orderMoney,
  outbox,
  uploads,
  sendItBack,
  withdrawals,
  returnPolicies,
  reservedVariants,
  warrantyPolicies,
  passports,
  serialsAndRecalls,
  claims,
  returnMails,
  claimMails,
  asks,
  reviews,
  reviewFiles,
  referrals,
  reviewNumbers,
  buyerKeys,
  surveyAnswers,
  importedPictures,
];

const dropped = new Set(migrations.flatMap((step) => step.dropped ?? []));

/** The store-scoped tables there are after all steps. */
export const standingTables: readonly StoreTable[] = migrations
  .flatMap((step) => step.storeTables)
  .filter(({ table }) => !dropped.has(table));
