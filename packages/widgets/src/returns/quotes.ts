import type { ReturnQuote } from '@postlude/contract';
import { createRequests } from '../order-session/requests.ts';
import type { TrackingProblem } from '../order-session/state.ts';
import type { LaterContext } from './context.ts';
import { toQuoteRequest } from './filing.ts';
import { itemKey, stepsOf } from './selection.ts';
import { resumeAfter, stepFor } from './stale.ts';
import type { ChoosingState, ChosenItem } from './state.ts';

/** How long a choice has to rest before its sums are asked for, in milliseconds. */
const rest = 150;

/** Keeps the sums in step with the choice. */
export interface Quotes {
  /** The choice changed: asks for its sums in a moment, in place of what was under way. */
  ask(): void;
  stop(): void;
}

/** Makes the `Quotes` of one model. The server alone counts; here is only decided when to ask. */
export function createQuotes(context: LaterContext): Quotes {
  const { world, access, source, state } = context;
  let cancel = (): void => {};
  const requests = createRequests(() => {}, context.unexpected);
  /** What was refused last: asking for the same again has the same answer. */
  let refused: { readonly body: string; readonly problem: TrackingProblem } | null = null;

  function send(): void {
    const choosing = context.choosing();
    if (!choosing || choosing.items.length === 0) return;
    const request = toQuoteRequest(choosing);
    const body = JSON.stringify(request);
    const again = refused;
    refused = null;
    if (again?.body === body) {
      state.value = { ...choosing, quoted: { ...choosing.quoted, asking: false, problem: again.problem } };
      return;
    }
    requests.ask(
      (signal) => access.use((session, inner) => source.quote(session, request, inner), signal),
      (quote) => {
        const now = context.choosing();
        if (!now) return;
        const fitting = fitted({ ...now, quoted: { quote, asking: false, problem: null } }, quote);
        state.value = fitting;
        // What was picked because there was nothing else to pick changes the sums.
        if (JSON.stringify(toQuoteRequest(fitting)) !== body) ask();
        else if (fitting.step !== 'items' && fitting.step !== 'reasons') context.say({ code: 'sums' });
      },
      ({ fields, ...problem }) => {
        const now = context.choosing();
        if (problem.code === 'session_invalid') context.sessionEnded();
        else if (now && stepFor(problem.code)) {
          refused = { body, problem };
          context.reload(resumeAfter(now, { ...problem, fields }));
        } else if (now) state.value = { ...now, quoted: { ...now.quoted, asking: false, problem } };
      },
    );
  }

  function ask(): void {
    const now = context.choosing();
    cancel();
    if (!now) return;
    if (now.items.length === 0) {
      requests.stop();
      state.value = { ...now, quoted: { quote: null, asking: false, problem: null } };
      return;
    }
    state.value = { ...now, quoted: { ...now.quoted, asking: true, problem: null } };
    cancel = world.after(rest, send);
  }

  return {
    ask,
    stop() {
      cancel();
      requests.stop();
    },
  };
}

/** The choice without what is no longer on offer, and with what there is no choice about. */
function fitted(state: ChoosingState, quote: ReturnQuote): ChoosingState {
  const items = state.items.map((item): ChosenItem => {
    const offered = quote.items.find((other) => itemKey(other) === itemKey(item))?.resolutions ?? [];
    const open = offered.filter((offer) => offer.state === 'open');
    const [only] = open.length === 1 ? open : [];
    const resolution = open.find((offer) => offer.resolution === item.resolution) ?? only;
    const variant = resolution?.variants.find(
      ({ variantId, stock }) => variantId === item.variantId && stock !== 0,
    );
    return {
      ...item,
      resolution: resolution?.resolution ?? null,
      variantId: resolution?.resolution === 'exchange' ? (variant?.variantId ?? null) : null,
    };
  });
  const { methods } = quote;
  const [only] = methods.length === 1 ? methods : [];
  const method = methods.find(({ id }) => id === state.method?.id) ?? only;
  const place = method?.places.find(({ id }) => id === state.method?.placeId);
  const next: ChoosingState = {
    ...state,
    items,
    method:
      method && state.route === 'return'
        ? {
            id: method.id,
            placeId: place?.id ?? (method.places.length === 1 ? (method.places[0]?.id ?? null) : null),
          }
        : null,
  };
  // The step may have gone: there is no way back to choose where nothing is wanted back.
  return stepsOf(next).includes(next.step) ? next : { ...next, step: 'check' };
}
