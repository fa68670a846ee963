import type { Session, SessionRequest } from '@postlude/contract';
import type { SessionSource } from '../order-session/opening.ts';
import type { OrderAccess } from './returns-source.ts';

/** An open session and when it ends. */
export interface HeldSession extends OrderAccess {
  readonly expiresAt: string;
}

/** Holds the session of one widget, and opens another one where the page's proof allows it. */
export interface Access {
  readonly session: HeldSession | null;
  hold(session: HeldSession): void;
  /**
   * Does `work` with an open session. When the session has ended and a proof is at hand, another one is opened without a
   * word and the work done again; otherwise it rejects with the code `session_invalid`.
   */
  use<Answer>(
    work: (access: OrderAccess, signal: AbortSignal) => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer>;
}

/** Makes the `Access` of one model. `ended` stops opening sessions when the model goes. */
export function createAccess(
  source: SessionSource,
  proof: SessionRequest | null,
  now: () => number,
  ended: AbortSignal,
): Access {
  let session: HeldSession | null = null;
  let opening: Promise<HeldSession> | null = null;

  const refused = (): Error =>
    Object.assign(new Error('The session has ended.'), { code: 'session_invalid' });

  /** Several requests may find out at the same time; one session does for all. */
  function reopen(): Promise<HeldSession> {
    if (!proof) return Promise.reject(refused());
    opening ??= source
      .open(proof, ended)
      .then(held)
      .finally(() => {
        opening = null;
      });
    return opening;
  }

  function held(opened: Session): HeldSession {
    session = heldSession(opened);
    return session;
  }

  return {
    get session() {
      return session;
    },
    hold(next) {
      session = next;
    },
    async use(work, signal) {
      if (!session) throw refused();
      const isOver = Date.parse(session.expiresAt) <= now();
      const mine = isOver ? await reopen() : session;
      try {
        return await work(mine, signal);
      } catch (error) {
        if ((error as { code?: unknown } | null)?.code !== 'session_invalid' || signal.aborted) throw error;
        // Somebody else may have opened another one meanwhile.
        return await work(session === mine ? await reopen() : session, signal);
      }
    },
  };
}

/** What is held of a session that was opened. */
export const heldSession = ({ token, expiresAt, order }: Session): HeldSession => ({
  token,
  expiresAt,
  orderId: order.id,
});
