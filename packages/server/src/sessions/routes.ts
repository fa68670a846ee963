import type { Handlers } from '../http/implement.ts';
import { openSessionFor } from './open-session.ts';

/** Answers the endpoints about shopper sessions. */
export const sessionRoutes = { openSession: openSessionFor } satisfies Partial<Handlers>;
