import type { CatalogueGroup, CatalogueOf } from './catalogue.ts';
import { catalogue as orderSession } from './order-session/ar.ts';
import { catalogue as orderTracking } from './order-tracking/ar.ts';

/** All Arabic texts. Who bundles a single widget takes its group and that of the order session alone. */
export const catalogue: CatalogueOf<CatalogueGroup> = { ...orderSession, ...orderTracking };
