import type { Session } from '@postlude/contract';
import { complain } from '../guard.ts';
import { isSession } from './first-session.ts';

/** A session the page brought along, as an object or as JSON; what is none is told in the console and left out. */
export function givenSession(given: unknown): Session | undefined {
  if (!given) return undefined;
  try {
    const session: unknown = typeof given === 'string' ? JSON.parse(given) : given;
    if (isSession(session)) return session;
  } catch {
    // Told below.
  }
  complain('What was given as session is none.');
  return undefined;
}
