import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue as ar } from '../locales/ar.ts';
import { catalogue as de } from '../locales/de.ts';
import type { OfferSource } from './offer-source.ts';
import { createReferralOfferModel } from './referral-offer.model.ts';
import { ReferralOffer, type ReferralOfferProps } from './referral-offer.tsx';
import { sampleClaim, sampleOffer, sampleStates } from './samples.ts';
import type { ReferralOfferSnapshot } from './state.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Lets answers arrive, effects run and what they lead to be drawn. */
const settle = async (): Promise<void> => {
  for (const milliseconds of [20, 5, 5]) await new Promise((resolve) => setTimeout(resolve, milliseconds));
};

/** An offer in a state, with a source that answers as told, or never. */
function show(
  state: string,
  answers: Partial<OfferSource> = {},
  props: Partial<ReferralOfferProps> = {},
): ReturnType<typeof render> {
  const never = () => new Promise<never>(() => {});
  const source: OfferSource = { visit: never, claim: never, read: never, ...answers };
  const restore = sampleStates[state] as ReferralOfferSnapshot;
  const model = createReferralOfferModel({ source, restore });
  return render(<ReferralOffer model={model} locale="en-GB" timeZone="Europe/Berlin" {...props} />);
}
const said = (): string => screen.getByRole('status').textContent ?? '';
const submit = (container: Element): void => {
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
};
const headline = (): string => screen.getByRole('heading').textContent ?? '';

describe('an offer to a friend', () => {
  it.each(Object.keys(sampleStates))('has no finding of axe when it is %s', async (name) => {
    const { container } = show(name);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('leads from a code that was typed to a code for the till, and the focus and the voice follow', async () => {
    const { container } = show('ask', {
      visit: async () => sampleOffer(),
      claim: async () => sampleClaim(),
    });
    const field = screen.getByLabelText('Code of your friend');
    field.focus();
    fireEvent.input(field, { target: { value: 'ada 7k3m' } });
    submit(container);
    await waitFor(() => expect(headline()).toBe('Ada gives you €20 off your first order'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading')));
    submit(container);
    await waitFor(() => expect(headline()).toBe('Your code'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading')));
    await waitFor(() => expect(said()).toBe('Your code is HELLO-7K3M9X.'));
    expect(container.querySelector('.code')?.textContent).toBe('HELLO-7K3M9X');
  });

  it('puts the focus into the field that is wrong, and says so at the field', async () => {
    const { container } = show('ask');
    submit(container);
    const field = screen.getByLabelText('Code of your friend');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const [error] = (field.getAttribute('aria-describedby') ?? '').split(' ');
    expect(container.querySelector(`#${error}`)?.textContent).toBe('Please type in the code.');
  });

  it('takes the focus from nobody when a form with a mistake is only drawn', async () => {
    show('offer-email');
    await settle();
    expect(document.activeElement).toBe(document.body);
  });

  it('confirms a copy in sight and aloud, and selects the code where the clipboard is refused', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    show('claimed');
    fireEvent.click(screen.getByRole('button', { name: 'Copy the code HELLO-7K3M9X' }));
    await waitFor(() => expect(said()).toBe('Copied'));
    expect(writeText).toHaveBeenCalledExactlyOnceWith('HELLO-7K3M9X');
    screen.getByRole('button', { name: 'Copied' });
    cleanup();
    vi.stubGlobal('navigator', {});
    show('claimed');
    fireEvent.click(screen.getByRole('button', { name: 'Copy the code HELLO-7K3M9X' }));
    await waitFor(() => expect(said()).toBe('Selected: copy it now'));
    expect(String(getSelection())).toContain('HELLO-7K3M9X');
  });

  it('always has a way on: to the shop, by address or on the page, and back to the field', async () => {
    show('closed-ended', {}, { shop: 'https://shop.example.com/' });
    expect(screen.getByRole('link', { name: /Go to the shop/ }).getAttribute('href')).toBe(
      'https://shop.example.com/',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Use another code' }));
    await waitFor(() => expect(headline()).toBe('Were you invited?'));
    cleanup();
    show('claimed', {}, { shop: '#till' });
    expect(screen.getByRole('link', { name: 'Go to the shop' }).getAttribute('href')).toBe('#till');
  });

  it('lets nobody in through the address of the shop', () => {
    show('claimed', {}, { shop: 'javascript:alert(1)' });
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('shows names and terms as text', () => {
    const offer = sampleOffer({ words: '<img src=x onerror=alert(1)> gives you €20 off' });
    const state = { ...sampleStates.offer, offer } as ReferralOfferSnapshot;
    const model = createReferralOfferModel({ source: {} as OfferSource, restore: state });
    const { container } = render(<ReferralOffer model={model} locale="en-GB" />);
    expect(container.querySelector('img')).toBeNull();
    expect(headline()).toContain('<img');
  });

  it('speaks German and Arabic', () => {
    show('ask', {}, { locale: 'de', catalogue: de });
    expect(headline()).toBe('Wurden Sie eingeladen?');
    cleanup();
    const { container } = show('ask', {}, { locale: 'ar', catalogue: ar });
    expect(container.querySelector('[dir=rtl]')?.getAttribute('lang')).toBe('ar');
    expect(headline()).toBe('هل دعاك أحد؟');
  });
});
