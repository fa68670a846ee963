export type { Catalogue } from '../locales/catalogue.ts';
export { ErrorBoundary } from './error-boundary.tsx';
export { createFormat, type Format } from './format.ts';
export { createGuard, type Guard, type Reporter } from './guard.ts';
export { createLatest, type Latest } from './latest.ts';
export { LiveRegion } from './live-region.tsx';
export { localeFor, normaliseLocale } from './locale.ts';
export {
  fillIn,
  type MessageRules,
  type MessageValues,
  type NeededValues,
  type Translate,
} from './messages.ts';
export { adoptStyles } from './styles.ts';
export type { Theme } from './theme.ts';
