import { signal } from '@preact/signals';
import { render } from '@testing-library/preact';
import { LiveRegion, type Said } from '../kit/live-region.tsx';
import type { Catalogue } from '../locales/catalogue.ts';
import { FakeWorld, settle } from '../order-tracking/testing.ts';
import { createClaims } from './claims.model.ts';
import { Claims } from './claims.tsx';
import type { ClaimsSource } from './claims-source.ts';
import type { ClaimDrafts, KeptClaim } from './drafts.ts';
import { sampleItem } from './samples.ts';
import type { ClaimsEvent, ClaimsOptions, ClaimsProps } from './seam.ts';
import type { ClaimState, ClaimsState, FilingState } from './state.ts';

/** A call of a source that is answered when the test says so. */
interface Call {
  readonly values: readonly unknown[];
  answer(value: unknown): Promise<void>;
  fail(problem: unknown): Promise<void>;
}

/** A source whose calls lie open. */
function fakeClaims() {
  const calls: Partial<Record<keyof ClaimsSource, Call[]>> = {};
  const of = (name: keyof ClaimsSource): Call[] => {
    calls[name] ??= [];
    return calls[name];
  };
  const source = new Proxy(
    {},
    {
      get:
        (_, name: keyof ClaimsSource) =>
        (...values: readonly unknown[]) =>
          new Promise((resolve, reject) => {
            const then = (end: () => void): Promise<void> => {
              end();
              return settle();
            };
            of(name).push({
              values,
              answer: (value) => then(() => resolve(value)),
              fail: (problem) => then(() => reject(problem)),
            });
          }),
    },
  ) as ClaimsSource;
  const last = (name: keyof ClaimsSource): Call => {
    const call = of(name).at(-1);
    if (!call) throw new Error(`Nobody asked for ${name}.`);
    return call;
  };
  return { source, of, last };
}

/** A store of drafts that is a map. */
export function mapClaimDrafts(): ClaimDrafts & { readonly kept: Map<string, KeptClaim> } {
  const kept = new Map<string, KeptClaim>();
  return {
    kept,
    read: (id) => kept.get(id) ?? null,
    write: (id, draft) => void kept.set(id, structuredClone(draft)),
    remove: (id) => void kept.delete(id),
  };
}

/** An error as a source rejects with. */
export const problem = (code: string, facts: object = {}): Error =>
  Object.assign(new Error(code), { code, ...facts });

/** A model in a world of the test's own. */
export function start(options: Partial<ClaimsOptions> = {}) {
  const world = new FakeWorld();
  const fake = fakeClaims();
  const events: ClaimsEvent[] = [];
  const left: boolean[] = [];
  const ended: string[] = [];
  const drafts = mapClaimDrafts();
  const access = { token: 'token', orderId: `ord_${'1'.repeat(32)}` };
  const model = createClaims({
    source: fake.source,
    access: {
      session: { ...access, expiresAt: '2026-11-25T15:00:00.000Z' },
      hold: () => {},
      use: async (work, signal) => await work(access, signal),
    },
    item: sampleItem,
    world: world.environment,
    drafts,
    preparePhoto: async (file) => ({ file, preview: null }),
    onEvent: (event) => events.push(event),
    report: (error) => {
      throw error;
    },
    sessionEnded: () => ended.push('ended'),
    leave: (changed) => left.push(changed),
    ...options,
  });
  return {
    ...fake,
    model,
    world,
    events,
    left,
    ended,
    drafts,
    filing: () => model.state.value as FilingState,
    claim: () => model.state.value as ClaimState,
  };
}

/** Renders the claims of an item in a state they were left in. */
export function show(
  state: ClaimsState,
  props: Partial<ClaimsProps> & { readonly catalogue?: Catalogue } = {},
) {
  const widget = start({ restore: { itemId: sampleItem.id, state, claimId: null } });
  const said = signal<Said | null>(null);
  const view = render(
    <div class="root" lang={props.catalogue?.language ?? 'en'} dir={props.catalogue?.direction ?? 'ltr'}>
      <LiveRegion said={said} />
      <Claims
        model={widget.model}
        locale="en-GB"
        timeZone="Europe/Berlin"
        said={said}
        pages={{ returns: 'https://shop.example/returns', withdrawal: 'https://shop.example/withdraw' }}
        {...props}
      />
    </div>,
  );
  return { ...view, ...widget, said };
}
