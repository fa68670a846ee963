import {
  createReferralProgramme,
  exportReferrals,
  getCodeImport,
  importCodes,
  listCodePools,
  listReferralProgrammes,
  listReferralProgrammeVersions,
  putReferralProgramme,
  undoCodeImport,
} from './staff-referral-programmes.ts';
import {
  acknowledgeReward,
  approveReferral,
  blockAdvocate,
  getReferralFigures,
  getStaffReferral,
  linkReferral,
  listAdvocates,
  listLedger,
  listRewards,
  listStaffReferrals,
  redeemReward,
  refuseReferral,
  resendReward,
  unblockAdvocate,
  voidReferral,
} from './staff-referrals.ts';

/** The rows by the files they are in; a row of these files that is not in the table is a type error. */
type Rows = typeof import('./staff-referral-programmes.ts') & typeof import('./staff-referrals.ts');

/** The rows about referrals that a shop’s own systems call. */
export const staffReferralEndpoints: Rows = {
  createReferralProgramme,
  listReferralProgrammes,
  putReferralProgramme,
  listReferralProgrammeVersions,
  importCodes,
  getCodeImport,
  undoCodeImport,
  listCodePools,
  exportReferrals,
  listStaffReferrals,
  getStaffReferral,
  approveReferral,
  refuseReferral,
  voidReferral,
  linkReferral,
  listAdvocates,
  blockAdvocate,
  unblockAdvocate,
  listRewards,
  resendReward,
  acknowledgeReward,
  redeemReward,
  listLedger,
  getReferralFigures,
};
