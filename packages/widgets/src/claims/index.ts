export type { ClaimsMessages } from './claims.messages.ts';
export { createClaims } from './claims.model.ts';
export { Claims } from './claims.tsx';
export type { ClaimAnswer, ClaimsSource, ClaimUpload } from './claims-source.ts';
export { browserClaimDrafts, type ClaimDrafts, type KeptClaim } from './drafts.ts';
export type { ClaimActions, ClaimsModel, FilingActions } from './options.ts';
export { claims } from './part.ts';
export type {
  ClaimedItem,
  ClaimsEvent,
  ClaimsOptions,
  ClaimsPart,
  ClaimsProps,
  DoorPages,
  LoadClaims,
} from './seam.ts';
export type {
  ClaimChoice,
  ClaimState,
  ClaimStep,
  ClaimsNews,
  ClaimsSnapshot,
  ClaimsState,
  FilingState,
} from './state.ts';
export { claimsTexts } from './ui.ts';
