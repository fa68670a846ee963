import type { ReferralClaim, ReferralOffer } from '@postlude/contract';
import { batch, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { createLatest } from '../kit/latest.ts';
import { problemOf } from '../order-session/problem.ts';
import type { TrackingProblem } from '../order-session/state.ts';
import type { ReferralOfferModel, ReferralOfferOptions } from './options.ts';
import type {
  AskState,
  OfferState,
  ReferralOfferEvent,
  ReferralOfferNews,
  ReferralOfferState,
} from './state.ts';

const emptyField: AskState = {
  ...{ kind: 'ask', code: '', error: null },
  ...{ said: null, busy: false, problem: null },
};

/** As little as a mailbox has: whether it is one, only a mail would tell. */
const mailbox = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** Makes the model of one offer; it looks up the code of its link at once. Nothing is kept in the browser. */
export function createReferralOfferModel(options: ReferralOfferOptions): ReferralOfferModel {
  const { source, country = null, restore, onEvent, report } = options;
  const guard = createGuard(report);
  const caught = guard((error: unknown) => report?.(error));
  const emit = guard((event: ReferralOfferEvent) => onEvent?.(event));
  let linked = options.code?.trim() || null;
  const state = signal<ReferralOfferState>(restore ?? (linked ? { kind: 'loading' } : emptyField));
  const news = signal<ReferralOfferNews | null>(null);
  const calls = createLatest(() => {});
  let later: ReturnType<typeof setTimeout> | undefined;
  /** A claim that is tried again is the same claim. */
  let attempt: { readonly for: string; readonly key: string } | null = null;

  const isIn = <Kind extends ReferralOfferState['kind']>(kind: Kind) => {
    const now = state.peek();
    return now.kind === kind ? (now as Extract<ReferralOfferState, { kind: Kind }>) : null;
  };
  const problemIn = (error: unknown): TrackingProblem => {
    const { fields: _, ...problem } = problemOf(error);
    if (problem.code === 'unexpected') caught(error);
    emit({ type: 'error', code: problem.code, requestId: problem.requestId });
    return problem;
  };

  function visit(code: string, followed: boolean): void {
    calls.run(
      (ends) => source.visit({ code, followed, country }, ends),
      (offer) => batch(() => arrived(offer)),
      (error) =>
        batch(() => {
          const problem = problemIn(error);
          const asked = isIn('ask');
          state.value = asked ? { ...asked, busy: false, problem } : { kind: 'failed', problem };
          news.value = { code: 'failed', problem };
        }),
    );
  }

  function arrived(offer: ReferralOffer): void {
    const { closed, words } = offer;
    emit({ type: 'offer-shown', closed });
    const asked = isIn('ask');
    if (closed === null) {
      state.value = { kind: 'offer', offer, email: '', error: null, busy: false, problem: null };
      news.value = { code: 'offer', words };
      return;
    }
    // Who mistyped a code goes on in its field.
    state.value =
      asked && closed === 'code_unknown'
        ? { ...asked, busy: false, said: words, problem: null }
        : { kind: 'closed', closed, words };
    news.value = { code: 'closed', words };
  }

  function claimed(claim: ReferralClaim, isNew: boolean): void {
    const { closed, words } = claim;
    if (closed !== null) {
      state.value = { kind: 'closed', closed, words };
      news.value = { code: 'closed', words };
      return;
    }
    const before = isIn('claimed')?.claim.reward?.code ?? null;
    state.value = { kind: 'claimed', claim };
    const code = claim.reward?.code ?? claim.mention;
    if (code && code !== before) news.value = { code: 'claimed', discountCode: code };
    if (isNew) emit({ type: 'offer-claimed' });
    const { token, refreshAfter } = claim;
    clearTimeout(later);
    if (token !== null && refreshAfter !== null)
      later = setTimeout(() => readAgain(token), refreshAfter * 1000);
  }

  const readAgain = (token: string): void =>
    calls.run(
      (ends) => source.read(token, ends),
      (claim) => batch(() => claimed(claim, false)),
      // What is shown is still right; the next look may work.
      problemIn,
    );

  if (!restore && linked) visit(linked, true);
  if (restore?.kind === 'claimed' && restore.claim.token && restore.claim.refreshAfter !== null) {
    readAgain(restore.claim.token);
  }

  return {
    state,
    news,
    refresh() {
      const token = isIn('claimed')?.claim.token;
      if (token) readAgain(token);
      else if (linked && (isIn('failed') || isIn('closed'))) {
        state.value = { kind: 'loading' };
        visit(linked, false);
      }
    },
    invite(code) {
      calls.stop();
      clearTimeout(later);
      linked = code?.trim() || null;
      state.value = linked ? { kind: 'loading' } : emptyField;
      if (linked) visit(linked, true);
    },
    editCode(code) {
      const now = isIn('ask');
      if (now) state.value = { ...now, code, error: null };
    },
    editEmail(email) {
      const now = isIn('offer');
      if (now) state.value = { ...now, email, error: null };
    },
    lookUp() {
      const now = isIn('ask');
      if (!now || now.busy) return;
      const code = now.code.trim();
      if (code === '') {
        state.value = { ...now, error: 'missing' };
        return;
      }
      state.value = { ...now, busy: true, said: null, problem: null };
      visit(code, false);
    },
    claim() {
      const now = isIn('offer');
      if (!now || now.busy) return;
      const { offer } = now;
      const email = now.email.trim();
      if (offer.needsEmail && !mailbox.test(email)) {
        state.value = { ...now, error: 'email' };
        return;
      }
      const claim = {
        ...{ code: offer.code ?? '', referralId: offer.referralId, country },
        email: offer.needsEmail ? email : null,
      };
      const meant = JSON.stringify(claim);
      attempt = attempt?.for === meant ? attempt : { for: meant, key: newKey() };
      const { key } = attempt;
      state.value = { ...now, busy: true, problem: null };
      calls.run(
        (ends) => source.claim(claim, key, ends),
        (answer) => batch(() => claimed(answer, true)),
        (error) =>
          batch(() => {
            const problem = problemIn(error);
            const asked = isIn('offer');
            const isEmail = problemOf(error).fields?.email !== undefined;
            if (asked) state.value = failedClaim(asked, problem, isEmail);
            news.value = { code: 'failed', problem };
          }),
      );
    },
    another() {
      calls.stop();
      clearTimeout(later);
      state.value = emptyField;
    },
    snapshot() {
      const now = state.peek();
      return now.kind === 'loading' || now.kind === 'failed'
        ? null
        : 'busy' in now
          ? { ...now, busy: false }
          : now;
    },
    dispose() {
      clearTimeout(later);
      calls.stop();
    },
  };
}

const failedClaim = (state: OfferState, problem: TrackingProblem, isEmail: boolean): OfferState => ({
  ...state,
  busy: false,
  ...(isEmail ? { error: 'email', problem: null } : { error: null, problem }),
});

/** A key nobody else has, also where the page is not secure and `randomUUID` is missing. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
