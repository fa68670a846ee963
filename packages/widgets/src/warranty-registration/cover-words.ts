import type { Cover } from '@postlude/contract';
import type { Ui } from './ui.ts';

/** What a cover is called: as the store calls it, or by its kind. */
export const coverName = (ui: Ui, { kind, name }: Cover): string => name ?? ui.say(`cover.${kind}`);

/** A cover in one line: until when, or why not. */
export function coverLine(ui: Ui, cover: Cover): string {
  const { state, until, lifetime } = cover;
  const name = coverName(ui, cover);
  if (state === 'active' && lifetime) return ui.say('cover.lifetime', { cover: name });
  if (state === 'active' && until)
    return ui.say('cover.until', { cover: name, date: ui.format.shortDay(until) });
  if (state === 'ended' && until)
    return ui.say('cover.ended', { cover: name, date: ui.format.shortDay(until) });
  const code = state === 'upcoming' || state === 'not_registered' ? state : 'unknown';
  return ui.say(`cover.${code}`, { cover: name });
}
