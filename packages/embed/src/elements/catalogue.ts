import type { Catalogue } from '@postlude/widgets/kit';
import { english, type OrderTrackingMessages } from '@postlude/widgets/order-tracking';
import type { LoadedCatalogue } from '../widget.ts';

/** The texts of a language as the card takes them. Its chunk holds them in the order of the English ones, a line each. */
export function catalogueOf(loaded: LoadedCatalogue | undefined): Catalogue | undefined {
  if (typeof loaded?.orderTracking !== 'string') return loaded as Catalogue | undefined;
  const lines = loaded.orderTracking.split('\n');
  const orderTracking = Object.fromEntries(Object.keys(english).map((key, index) => [key, lines[index]]));
  return { ...loaded, orderTracking: orderTracking as OrderTrackingMessages };
}
