import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../locales/de.ts';
import { Referral } from './referral.tsx';
import { readyState, sampleCard, sampleReferrals, sampleReward, sampleStates } from './samples.ts';
import type { ReferralState } from './state.ts';
import { start } from './testing.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A widget in this state. */
function shown(state: ReferralState, props = {}) {
  const widget = start();
  (widget.model.state as { value: ReferralState }).value = state;
  return { ...widget, ...render(<Referral model={widget.model} {...props} />) };
}
const share = readyState(sampleCard());
const browser = (facts: object): void => {
  vi.stubGlobal(
    'navigator',
    new Proxy(navigator, {
      get: (target, name) => (name in facts ? Reflect.get(facts, name) : Reflect.get(target, name)),
    }),
  );
};

describe('what is drawn', () => {
  it.each(Object.keys(sampleStates))('has words in state %s, in every language', (name) => {
    const state = sampleStates[name] as ReferralState;
    for (const props of [{}, { catalogue, locale: 'de' }]) {
      const { container, unmount } = shown(state, props);
      expect(container.textContent).not.toMatch(/\b[a-z]+\.[a-z_]+\b(?!\/|example)/);
      expect(container.textContent?.length).toBeGreaterThan(10);
      unmount();
    }
  });

  it('asks for no address of a friend', () => {
    const { container } = shown(share);
    const fields = [...container.querySelectorAll('input, textarea')];
    expect(fields.map((field) => field.getAttribute('type'))).toEqual(['text']);
    expect(fields[0]?.hasAttribute('readonly')).toBe(true);
  });

  it('says every state in words beside its sign', () => {
    shown(readyState(sampleCard({ referrals: [...sampleReferrals] })));
    for (const { words } of sampleReferrals) expect(screen.getByText(words)).toBeTruthy();
  });

  it('offers codes to copy that can be used, and no others', () => {
    const rewards = (['sent', 'redeemed', 'revoked'] as const).map((state, index) => ({
      side: 'advocate' as const,
      reward: sampleReward(index, { state, code: `CODE-${state}` }),
    }));
    shown(readyState(sampleCard({ rewards })));
    expect(screen.getByRole('button', { name: 'Copy the code CODE-sent' })).toBeTruthy();
    expect(screen.queryByText('CODE-redeemed')).toBeNull();
    expect(screen.queryByText('CODE-revoked')).toBeNull();
  });
});

describe('the ways to share', () => {
  it('carry the message, and no address', () => {
    shown(readyState(sampleCard(), { message: 'Für dich & mich' }));
    const text = encodeURIComponent('Für dich & mich\nADA-7K3M\nhttps://shop.example/friends?ref=ADA-7K3M');
    const href = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
    expect(href(/WhatsApp/)).toBe(`https://wa.me/?text=${text}`);
    expect(href(/E-mail/)).toBe(`mailto:?subject=A%20recommendation%20for%20you&body=${text}`);
    expect(href(/Message/)).toBe(`sms:?&body=${text}`);
    fireEvent.click(screen.getByRole('link', { name: /Message/ }));
  });

  it('have the device’s own sheet only where there is one', async () => {
    const first = shown(share);
    expect(screen.queryByRole('button', { name: 'Share…' })).toBeNull();
    first.unmount();
    const given: unknown[] = [];
    browser({ share: async (data: unknown) => void given.push(data) });
    const { events } = shown(share);
    fireEvent.click(screen.getByRole('button', { name: 'Share…' }));
    await vi.waitFor(() => expect(events.at(-1)).toEqual({ type: 'referral-shared', channel: 'sheet' }));
    expect(given).toEqual([{ text: sampleCard().invitation?.message }]);
  });

  it('say nothing when the sheet is closed, and what to do when it fails', async () => {
    let fail: (error: unknown) => void = () => {};
    browser({
      share: () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    });
    const { events } = shown(share);
    fireEvent.click(screen.getByRole('button', { name: 'Share…' }));
    fail(new DOMException('', 'AbortError'));
    fireEvent.click(screen.getByRole('button', { name: 'Share…' }));
    fail(new DOMException('', 'NotAllowedError'));
    expect(await screen.findAllByText(/Sharing did not work/)).not.toEqual([]);
    expect(events).toEqual([]);
  });
});

describe('copying', () => {
  it('is confirmed where everybody sees it, and told', async () => {
    const copied: string[] = [];
    browser({ clipboard: { writeText: async (text: string) => void copied.push(text) } });
    const { events } = shown(share);
    fireEvent.click(screen.getByRole('button', { name: 'Copy your link' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Copied');
    expect(copied).toEqual([sampleCard().invitation?.link]);
    expect(events.at(-1)).toEqual({ type: 'referral-shared', channel: 'copy_link' });
  });

  it('selects the link where the browser refuses, or has no clipboard', async () => {
    browser({ clipboard: undefined });
    shown(share);
    const field = screen.getByLabelText('Your link') as HTMLInputElement;
    fireEvent.click(screen.getByRole('button', { name: 'Copy your link' }));
    await vi.waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('Selected: now copy it yourself'),
    );
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
  });
});

describe('the message', () => {
  it('can be changed, and taken back', () => {
    const { model } = shown(share);
    fireEvent.click(screen.getByRole('button', { name: 'Change the message' }));
    expect(model.state.value).toMatchObject({ isWriting: true });
    const field = screen.getByLabelText('Your message') as HTMLTextAreaElement;
    expect(field.value).toBe(sampleCard().invitation?.message);
    fireEvent.input(field, { target: { value: 'Look' } });
    expect(model.messageToShare()).toMatch(/^Look\n/);
    fireEvent.click(screen.getByRole('button', { name: 'Back to the first message' }));
    expect((screen.getByLabelText('Your message') as HTMLTextAreaElement).value).toBe(
      sampleCard().invitation?.message,
    );
  });
});
