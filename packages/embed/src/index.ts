export { type DefineOptions, defineElements } from './define-elements.ts';
export type {
  PostludeElement,
  PostludeElementAttributes,
  PostludeJsxElements,
  PostludeOrderTrackingAttributes,
  PostludeOrderTrackingElement,
  PostludeReturnsAttributes,
  PostludeReturnsElement,
  PostludeWithdrawalElement,
} from './element-types.ts';
export type { PostludeEventMap } from './event-types.ts';
export type { PostludeGlobal } from './postlude-global.ts';
export { reserveCss } from './reserve.ts';
export type { PostludeOptions } from './settings.ts';
