export { claims, claimsTexts } from '@postlude/widgets/claims';
export { claimsOf } from './claims-part.tsx';
