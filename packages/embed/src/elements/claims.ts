export { claims, claimsTexts } from '@postlude/widgets/claims';
