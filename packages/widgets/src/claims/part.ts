import { css as files } from '../files/files.css';
import { css as country } from '../kit/country-field.css';
import { css as tracking } from '../order-tracking/order-tracking.css';
import { css as rows } from './claim-rows.css';
import { css as own } from './claims.css';
import { createClaims } from './claims.model.ts';
import { Claims } from './claims.tsx';
import type { ClaimsPart } from './seam.ts';
import { claimsTexts } from './ui.ts';

/** Everything of claims, for `LoadClaims`. */
export const claims: ClaimsPart = {
  createClaims,
  Claims,
  styles: [tracking, files, country, rows, own],
  texts: claimsTexts,
};
