export type { Catalogue } from './catalogue.ts';
export type { Theme } from './theme.ts';
