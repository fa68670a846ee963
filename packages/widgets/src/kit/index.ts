export type { Catalogue, CatalogueGroup, CatalogueOf } from '../locales/catalogue.ts';
export { Button } from './button.tsx';
export { CopyButton } from './copy-button.tsx';
export { Disclosure } from './disclosure.tsx';
export { ErrorBoundary } from './error-boundary.tsx';
export { Field } from './field.tsx';
export { createFormat, type Format } from './format.ts';
export { createGuard, type Guard, type Reporter } from './guard.ts';
export { Icon, type IconName } from './icon.tsx';
export { createLatest, type Latest } from './latest.ts';
export { Link, pictureAddress, safeAddress } from './link.tsx';
export { LiveRegion, type Said } from './live-region.tsx';
export { localeFor, normaliseLocale, varietyFor } from './locale.ts';
export {
  fillIn,
  type MessageRules,
  type MessageValues,
  type NeededValues,
  type Translate,
} from './messages.ts';
export { Skeleton } from './skeleton.tsx';
export { Status, type Tone } from './status.tsx';
export { adoptStyles } from './styles.ts';
export type { Theme } from './theme.ts';
export { useUniqueId } from './unique-id.ts';
