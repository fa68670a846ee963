import type { ReferralClaim, ReferralOffer } from '@postlude/contract';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OfferSource } from './offer-source.ts';
import type { ReferralOfferOptions } from './options.ts';
import { createReferralOfferModel } from './referral-offer.model.ts';
import { sampleClaim, sampleOffer } from './samples.ts';
import type { ReferralOfferEvent } from './state.ts';

afterEach(() => {
  vi.useRealTimers();
});

interface Answers {
  readonly visit?: ReferralOffer | Error;
  readonly claim?: (ReferralClaim | Error)[];
  readonly read?: ReferralClaim;
}

function open(answers: Answers, options: Partial<ReferralOfferOptions> = {}) {
  const asked: unknown[] = [];
  const keys: string[] = [];
  const events: ReferralOfferEvent[] = [];
  const given = <T>(answer: T | Error | undefined): Promise<T> =>
    answer === undefined || answer instanceof Error
      ? Promise.reject(answer ?? new Error('Nobody was to ask this.'))
      : Promise.resolve(answer);
  const source: OfferSource = {
    visit(visit) {
      asked.push(visit);
      return given(answers.visit);
    },
    claim(claim, key) {
      asked.push(claim);
      keys.push(key);
      return given(answers.claim?.shift());
    },
    read: () => given(answers.read),
  };
  const model = createReferralOfferModel({ source, onEvent: (event) => events.push(event), ...options });
  return { model, asked, keys, events };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const failure = (code: string) => Object.assign(new Error(code), { code });

describe('an offer to a friend', () => {
  it('looks up the code of the link, as a visit, and shows it', async () => {
    const { model, asked, events } = open({ visit: sampleOffer() }, { code: ' ADA-7K3M ', country: 'DE' });
    expect(model.state.value.kind).toBe('loading');
    await settle();
    expect(model.state.value).toMatchObject({ kind: 'offer', busy: false });
    expect(asked).toEqual([{ code: 'ADA-7K3M', followed: true, country: 'DE' }]);
    expect(events).toEqual([{ type: 'offer-shown', closed: null }]);
  });

  it('looks up another invitation, whose answer counts even if that of the one before is later', async () => {
    const answers: ((offer: ReferralOffer) => void)[] = [];
    const { model, events } = open({});
    const asked: string[] = [];
    const living = createReferralOfferModel({
      source: {
        visit: ({ code }) => {
          asked.push(code);
          return new Promise((resolve) => answers.push(resolve));
        },
        claim: () => Promise.reject(failure('unexpected')),
        read: () => Promise.reject(failure('unexpected')),
      },
      code: 'ADA-1',
    });
    living.invite(' BEN-1 ');
    answers[1]?.(sampleOffer({ words: 'Of Ben' }));
    answers[0]?.(sampleOffer({ words: 'Of Ada' }));
    await settle();
    expect(asked).toEqual(['ADA-1', 'BEN-1']);
    expect(living.state.value).toMatchObject({ kind: 'offer', offer: { words: 'Of Ben' } });
    living.invite(null);
    expect(living.state.value.kind).toBe('ask');
    model.invite('  ');
    expect([model.state.value.kind, events]).toEqual(['ask', []]);
  });

  it('asks for a code without one, and counts no visit for what was typed', async () => {
    const { model, asked } = open({ visit: sampleOffer() });
    expect(model.state.value.kind).toBe('ask');
    model.lookUp();
    expect(model.state.value).toMatchObject({ error: 'missing' });
    expect(asked).toEqual([]);
    model.editCode('ada 7k3m');
    expect(model.state.value).toMatchObject({ error: null });
    model.lookUp();
    await settle();
    expect(asked).toEqual([{ code: 'ada 7k3m', followed: false, country: null }]);
    expect(model.state.value.kind).toBe('offer');
  });

  it('keeps a code that nobody knows in its field, with the store’s words', async () => {
    const visit = sampleOffer({ closed: 'code_unknown', words: 'We do not know this code.' });
    const { model } = open({ visit });
    model.editCode('ADA-7K3N');
    model.lookUp();
    await settle();
    expect(model.state.value).toMatchObject({ kind: 'ask', code: 'ADA-7K3N', said: visit.words });
  });

  it('claims once however often it is pressed, and shows the code', async () => {
    const { model, asked, keys, events } = open(
      { visit: sampleOffer(), claim: [sampleClaim()] },
      { code: 'ADA-7K3M' },
    );
    await settle();
    model.claim();
    model.claim();
    await settle();
    expect(keys).toHaveLength(1);
    expect(asked.at(-1)).toMatchObject({ code: 'ADA-7K3M', email: null });
    expect(model.state.value).toMatchObject({ kind: 'claimed', claim: { reward: { code: 'HELLO-7K3M9X' } } });
    expect(events.map(({ type }) => type)).toEqual(['offer-shown', 'offer-claimed']);
    expect(JSON.stringify(events)).not.toContain('HELLO');
  });

  it('asks for an address where the store wants one, and sends nothing that is none', async () => {
    const { model, keys } = open(
      { visit: sampleOffer({ needsEmail: true }), claim: [sampleClaim()] },
      { code: 'ADA-7K3M' },
    );
    await settle();
    for (const email of ['', 'bea', 'bea@', 'b ea@x.y']) {
      model.editEmail(email);
      model.claim();
      expect(model.state.value).toMatchObject({ kind: 'offer', error: 'email', busy: false });
    }
    expect(keys).toEqual([]);
    model.editEmail(' bea@example.net ');
    model.claim();
    await settle();
    expect(model.state.value.kind).toBe('claimed');
  });

  it('tries a claim that failed again as the same claim, and loses nothing of it', async () => {
    const { model, keys } = open(
      {
        visit: sampleOffer({ needsEmail: true }),
        claim: [failure('unreachable'), sampleClaim(), sampleClaim()],
      },
      { code: 'ADA-7K3M' },
    );
    await settle();
    model.editEmail('bea@example.net');
    model.claim();
    await settle();
    expect(model.state.value).toMatchObject({ email: 'bea@example.net', problem: { code: 'unreachable' } });
    model.claim();
    await settle();
    expect(model.state.value.kind).toBe('claimed');
    expect(new Set(keys).size).toBe(1);
  });

  it('says why it is not for somebody, and leads to another code', async () => {
    const words = 'How nice, you are a customer already.';
    const { model } = open(
      { visit: sampleOffer(), claim: [sampleClaim({ closed: 'existing_customer', words, token: null })] },
      { code: 'ADA-7K3M' },
    );
    await settle();
    model.claim();
    await settle();
    expect(model.state.value).toEqual({ kind: 'closed', closed: 'existing_customer', words });
    model.another();
    expect(model.state.value).toMatchObject({ kind: 'ask', code: '' });
  });

  it('waits for a code the shop makes, and says it when it is there', async () => {
    const waiting = sampleClaim({
      reward: { state: 'earned', label: '€20 off', code: null },
      refreshAfter: 5,
    });
    vi.useFakeTimers();
    const { model } = open(
      { visit: sampleOffer(), claim: [waiting], read: sampleClaim() },
      { code: 'ADA-7K3M' },
    );
    await vi.advanceTimersByTimeAsync(0);
    model.claim();
    await vi.advanceTimersByTimeAsync(0);
    expect(model.state.value).toMatchObject({ kind: 'claimed', claim: { reward: { code: null } } });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(model.state.value).toMatchObject({ claim: { reward: { code: 'HELLO-7K3M9X' } } });
    expect(model.news.value).toEqual({ code: 'claimed', discountCode: 'HELLO-7K3M9X' });
  });

  it('says that it failed and looks again, without counting another visit', async () => {
    const { model, asked } = open({ visit: failure('unreachable') }, { code: 'ADA-7K3M' });
    await settle();
    expect(model.state.value).toMatchObject({ kind: 'failed', problem: { code: 'unreachable' } });
    model.refresh();
    await settle();
    expect(asked.at(-1)).toMatchObject({ followed: false });
  });

  it('goes on where it was when it is moved, and asks nothing anew', async () => {
    const first = open({ visit: sampleOffer(), claim: [sampleClaim()] }, { code: 'ADA-7K3M' });
    await settle();
    first.model.claim();
    await settle();
    const restore = first.model.snapshot();
    first.model.dispose();
    const next = open({}, { code: 'ADA-7K3M', restore });
    expect(next.model.state.value).toEqual(first.model.state.value);
    await settle();
    expect(next.asked).toEqual([]);
  });
});
