import { benchAsks } from './bench/asks.mjs';
import { benchBytes } from './bench/bytes.mjs';
import { benchCard } from './bench/card.mjs';
import { benchLoad } from './bench/load.mjs';
import { benchPassports } from './bench/passports.mjs';
import { benchReferralFraud } from './bench/referral-fraud.mjs';
import { benchReferrals } from './bench/referrals.mjs';
import { benchReturns } from './bench/returns.mjs';
import { benchReviewList } from './bench/review-list.mjs';
import { benchReviews } from './bench/reviews.mjs';
import { benchSerials } from './bench/serials.mjs';

// `npm run bench [asks] [bytes] [card] [load] [passports] [referral-fraud] [referrals] [returns] [review-list] [reviews] [serials]`: prints tables of what was measured on this machine; all of them unless named.
const benches = {
  asks: benchAsks,
  bytes: benchBytes,
  card: benchCard,
  load: benchLoad,
  passports: benchPassports,
  'referral-fraud': benchReferralFraud,
  referrals: benchReferrals,
  returns: benchReturns,
  'review-list': benchReviewList,
  reviews: benchReviews,
  serials: benchSerials,
};
const named = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (named.length === 0 || named.includes(name)) await bench();
}
