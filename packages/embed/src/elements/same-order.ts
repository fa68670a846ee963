import type { WidgetSettings } from '../settings.ts';

/** True when both settings are about the same order of the same store, asked for in the same way. */
export function isSameOrder(one: WidgetSettings, other: WidgetSettings): boolean {
  return (['api', 'store', 'order', 'proof', 'session'] as const).every((name) => one[name] === other[name]);
}
