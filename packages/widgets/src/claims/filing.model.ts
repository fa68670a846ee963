import type { Claim } from '@postlude/contract';
import { isPassing, type ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import { newKey } from '../returns/idempotency-key.ts';
import { keptPhoto, type Photo } from '../returns/photos/photo.ts';
import { claimSteps, fitting, isBegun, stepFrom } from './choice.ts';
import type { ClaimsContext } from './context.ts';
import type { KeptClaim } from './drafts.ts';
import { toClaimFiling } from './filing.ts';
import { claimMistakes } from './mistakes.ts';
import type { FilingActions } from './options.ts';
import { placeOfProblem } from './problem-places.ts';
import type { ClaimChoice, ClaimStep, FilingState } from './state.ts';

/** The actions on the way to a claim, and what the model calls. */
export interface FilingPart {
  readonly actions: FilingActions;
  /** A choice with what was kept of an earlier visit. */
  begin(fresh: FilingState): FilingState;
  /** Sends again what was being filed when the page or the session went. */
  resume(): void;
  /** The network is back: sends again what did not get through. */
  online(): void;
  changeFile(id: string, facts: Partial<Photo>): boolean;
  removeFile(id: string): boolean;
  /** Keeps now what would be kept in a moment. */
  flush(): void;
  stop(): void;
}

/** How long after it was sent a filing without an answer is sent again by itself after a reload, in milliseconds. */
const resumable = 3_600_000;
/** How long to wait while the same request is still being worked on, in milliseconds. */
const patience = 1_000;
/** Typing is kept when it rests for so long, in milliseconds. */
const rest = 300;

/** Makes the part of the model that leads to a claim. One key goes with one body, until there is an answer. */
export function createFilingPart(context: ClaimsContext): FilingPart {
  const { source, access, world, state, item, drafts, queue } = context;
  const requests = createRequests(() => {}, context.unexpected);
  const ended = new AbortController();
  let sent: KeptClaim['sent'] = null;
  let cancelSave = (): void => {};
  let cancelRetry = (): void => {};
  let pending = false;
  const told = new Set<string>();

  const wrong = (now: FilingState, step: ClaimStep) => claimMistakes(now, step, world.now());

  function keep(): void {
    cancelSave();
    pending = false;
    const now = context.filing();
    if (!now || !drafts) return;
    const { step, choice, files } = now;
    const uploads = files.flatMap(({ uploadId }) => (uploadId ? [uploadId] : []));
    if (!isBegun(choice) || now.solved) drafts.remove(item.id);
    else drafts.write(item.id, { step, choice, uploads, at: world.now(), sent });
  }

  function save(): void {
    cancelSave();
    pending = true;
    cancelSave = world.after(rest, keep);
  }

  /** Shows a changed choice, without the mistakes that it puts right. */
  function change(facts: Partial<ClaimChoice>, files?: readonly Photo[]): void {
    const now = context.filing();
    if (!now || now.phase === 'sending') return;
    const choice = fitting(now.options, { ...now.choice, ...facts });
    const next: FilingState = { ...now, choice, files: files ?? now.files };
    const left = wrong(next, next.step);
    const mistakes = Object.fromEntries(Object.entries(now.mistakes).filter(([name]) => name in left));
    state.value = { ...next, mistakes };
    save();
  }

  function show(now: FilingState, step: ClaimStep): void {
    state.value = { ...now, step, mistakes: {}, trouble: null, phase: 'idle', solved: false };
    save();
    context.say({ code: 'step' });
  }

  function send(now: FilingState): void {
    const filing = toClaimFiling(now);
    if (!filing) return;
    const body = JSON.stringify(filing);
    if (sent?.body !== body) sent = { key: newKey(world.random), body, at: world.now() };
    const { key } = sent;
    state.value = { ...now, phase: 'sending', trouble: null, mistakes: {} };
    keep();
    requests.ask(
      (signal) => access.use((session, inner) => source.file(session, item.id, filing, key, inner), signal),
      done,
      failed,
    );
  }

  function done(claim: Claim): void {
    sent = null;
    drafts?.remove(item.id);
    context.changed();
    context.emit({ type: 'claim-filed', claimId: claim.id, route: claim.route });
    context.showClaim(claim, { fresh: true });
    context.say({ code: 'filed' });
  }

  function failed({ fields, ...problem }: ReceivedProblem): void {
    const now = context.filing();
    if (!now) return;
    if (problem.code === 'idempotency_in_progress') {
      cancelRetry = world.after(patience, () => send(now));
      return;
    }
    if (problem.code === 'session_invalid') {
      state.value = { ...now, phase: 'failed', trouble: problem };
      context.sessionEnded();
      return;
    }
    context.tellError({ ...problem, fields });
    // Whatever else it is, it was not filed and will not be under this key; unless nobody knows.
    if (!isPassing(problem) && !problem.code.startsWith('http_5') && problem.code !== 'internal') sent = null;
    const place = placeOfProblem[problem.code];
    if (place)
      context.reload((fresh) => {
        const files = problem.code === 'upload_unknown' ? [] : fresh.files;
        const next = { ...fresh, files };
        const step = stepFrom(next.options, next.choice, place, (one) => empty(wrong(next, one)));
        return { ...next, step, phase: 'failed', trouble: problem };
      });
    else state.value = { ...now, phase: 'failed', trouble: problem };
    context.say({ code: 'trouble' });
  }

  function goOn(now: FilingState, from: ClaimStep): void {
    const steps = claimSteps(now.options, now.choice);
    const step = steps[steps.indexOf(from) + 1];
    if (step) show(now, step);
  }

  const actions: FilingActions = {
    choose(route) {
      change({ route });
      const now = context.filing();
      if (now?.choice.route === route) goOn(now, 'doors');
    },
    leadOn: (route) => context.emit({ type: 'door-chosen', route, orderId: access.session?.orderId ?? '' }),
    setSymptom: (symptom) => change({ symptom }),
    answerHelp(helped) {
      const now = context.filing();
      const symptom = now?.choice.symptom;
      if (!now || !symptom) return;
      const answer = { symptom, helped };
      const of = JSON.stringify(answer);
      if (!told.has(of)) {
        told.add(of);
        // Counted for the store; nothing of what the shopper does next waits for it.
        access
          .use(
            (session, signal) => source.firstHelp(session, item.id, answer, newKey(world.random), signal),
            ended.signal,
          )
          .catch(() => {});
      }
      const next = { ...now, choice: { ...now.choice, help: answer } };
      if (!helped) {
        goOn(next, 'help');
        return;
      }
      state.value = { ...next, solved: true, mistakes: {}, trouble: null };
      keep();
      context.say({ code: 'solved' });
    },
    goOnAnyway() {
      const now = context.filing();
      if (now) goOn(now, 'help');
    },
    setDescription: (description) => change({ description }),
    setSince: (since) => change({ since }),
    addFiles(files) {
      const now = context.filing();
      if (!now) return;
      const room = Math.max(0, now.options.uploads.perItem - now.files.length);
      change({}, [...now.files, ...files.slice(0, room).map(queue.add)]);
    },
    setResolution: (resolution) => change({ resolution }),
    setPlace: (placeId) => change({ placeId }),
    setAddressKind: (addressKind) => change({ addressKind }),
    setAddress(facts) {
      const now = context.filing();
      if (now) change({ address: { ...now.choice.address, ...facts } });
    },
    next() {
      const now = context.filing();
      if (!now || now.phase === 'sending') return;
      const mistakes = wrong(now, now.step);
      if (empty(mistakes)) goOn(now, now.step);
      else {
        state.value = { ...now, mistakes };
        context.say({ code: 'mistakes' });
      }
    },
    back() {
      const now = context.filing();
      if (!now || now.phase === 'sending') return;
      const steps = claimSteps(now.options, now.choice);
      const step = now.solved ? 'help' : steps[steps.indexOf(now.step) - 1];
      if (step) show(now, step);
      else context.leave();
    },
    goTo(step) {
      const now = context.filing();
      if (!now || now.phase === 'sending') return;
      const steps = claimSteps(now.options, now.choice);
      if (steps.includes(step) && steps.indexOf(step) < steps.indexOf(now.step)) show(now, step);
    },
    confirm() {
      const now = context.filing();
      if (!now || now.phase === 'sending' || now.step !== 'check') return;
      for (const step of claimSteps(now.options, now.choice)) {
        const mistakes = wrong(now, step);
        if (empty(mistakes)) continue;
        state.value = { ...now, step, mistakes };
        context.say({ code: 'mistakes' });
        return;
      }
      send(now);
    },
  };

  return {
    actions,
    begin(fresh) {
      const kept = drafts?.read(item.id);
      if (!kept) return fresh;
      const choice = fitting(fresh.options, { ...fresh.choice, ...kept.choice });
      const next: FilingState = { ...fresh, choice, files: kept.uploads.map(keptPhoto) };
      if (kept.sent && world.now() - kept.sent.at <= resumable) ({ sent } = kept);
      const step = stepFrom(fresh.options, choice, kept.step, (one) => empty(wrong(next, one)));
      return { ...next, step };
    },
    resume() {
      const now = context.filing();
      if (now && sent && now.step === 'check' && now.phase !== 'sending') send(now);
    },
    online() {
      const now = context.filing();
      if (now?.phase === 'failed' && now.trouble && isPassing(now.trouble) && sent) send(now);
    },
    changeFile(id, facts) {
      const now = context.filing();
      if (!now?.files.some((file) => file.id === id)) return false;
      const files = now.files.map((file) => (file.id === id ? { ...file, ...facts } : file));
      const next = { ...now, files };
      const left = wrong(next, next.step);
      const mistakes = Object.fromEntries(Object.entries(now.mistakes).filter(([name]) => name in left));
      state.value = { ...next, mistakes };
      if (facts.uploadId) save();
      return true;
    },
    removeFile(id) {
      const now = context.filing();
      const file = now?.files.find((one) => one.id === id);
      if (!now || !file) return false;
      change(
        {},
        now.files.filter((one) => one !== file),
      );
      const { uploadId } = file;
      // It is removed a day later in any case.
      if (uploadId)
        access
          .use((session, signal) => source.removeUpload(session, uploadId, signal), ended.signal)
          .catch(() => {});
      return true;
    },
    flush() {
      if (pending) keep();
    },
    stop() {
      if (pending) keep();
      cancelSave();
      cancelRetry();
      requests.stop();
      ended.abort();
    },
  };
}

const empty = (mistakes: object): boolean => Object.keys(mistakes).length === 0;
