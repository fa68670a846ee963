import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOrderTrackingModel } from '../order-tracking.model.ts';
import { OrderTracking } from '../order-tracking.tsx';
import type { LookupState } from '../state.ts';
import { FakeWorld, fakeSource, session } from '../testing.ts';
import { form, headline, problem, show } from '../testing-view.tsx';

afterEach(cleanup);

describe('the lookup form', () => {
  it('is a real form with fields a password manager understands', () => {
    const { container } = show(form);
    expect(container.querySelector('form')).toBeTruthy();
    expect(screen.getByLabelText('Order number').getAttribute('autocomplete')).toBe('off');
    expect(screen.getByLabelText('E-mail, phone or postcode').getAttribute('autocomplete')).toBe('email');
  });

  it('sends what is in the fields, told by events or not, and moves the focus to the order', async () => {
    const { opened, container } = show(form);
    const number = screen.getByLabelText<HTMLInputElement>('Order number');
    const contact = screen.getByLabelText<HTMLInputElement>('E-mail, phone or postcode');
    fireEvent.input(number, { target: { value: '1001' } });
    // As a password manager does it: without an event.
    contact.value = 'anna@example.com';
    contact.focus();
    const submit = container.querySelector('form');
    if (submit) fireEvent.submit(submit);
    expect(opened[0]?.input).toEqual({ by: 'lookup', order: '1001', contact: 'anna@example.com' });
    expect(await screen.findByRole('button', { name: 'Looking…' })).toBeTruthy();
    await opened[0]?.answer(session());
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 })));
  });

  it('names each field that is empty and moves the focus to the first', async () => {
    const { container } = show(form);
    const submit = container.querySelector('form');
    if (submit) fireEvent.submit(submit);
    const number = screen.getByLabelText('Order number');
    await vi.waitFor(() => expect(number.getAttribute('aria-invalid')).toBe('true'));
    const ids = (number.getAttribute('aria-describedby') ?? '').split(' ');
    expect(ids.map((id) => document.getElementById(id)?.textContent)).toContain(
      'Please enter your order number.',
    );
    expect(screen.getByText('Please enter your e-mail, phone number or postcode.')).toBeTruthy();
    await vi.waitFor(() => expect(document.activeElement).toBe(number));
  });

  it.each<[string, Partial<LookupState>, RegExp]>([
    ['a wrong link', { because: 'proof_refused' }, /That link did not open your order/],
    ['a session that ended', { because: 'session_ended' }, /please find your order once more/],
    ['nothing found', { phase: 'failed', problem: problem('lookup_failed') }, /We found no order/],
    ['a network that fails', { phase: 'failed', problem: problem('unreachable') }, /check your connection/],
    [
      'an unknown problem',
      { phase: 'failed', problem: problem('brand_new') },
      /Something went wrong on our side/,
    ],
    [
      'a lock, with its end',
      { phase: 'failed', problem: problem('lookup_locked'), lockedUntil: '2026-11-24T15:10:00.000Z' },
      /Please try again at 16:10\./,
    ],
  ])('explains %s', (_, facts, words) => {
    show({ ...form, ...facts });
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('lets nobody press on while it is locked, but keeps the button in reach', () => {
    show({
      ...form,
      phase: 'failed',
      problem: problem('lookup_locked'),
      lockedUntil: '2026-11-24T15:10:00.000Z',
    });
    const button = screen.getByRole('button', { name: 'Find my order' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
  });
});

describe('no order', () => {
  it('while loading says so and stands in', () => {
    const { source } = fakeSource();
    const model = createOrderTrackingModel({
      source,
      environment: new FakeWorld().environment,
      request: { by: 'proof', order: '1001', proof: '0'.repeat(64) },
    });
    render(<OrderTracking model={model} />);
    expect(screen.getByText('Fetching your order')).toBeTruthy();
  });

  it('after a failure gives two ways on and the number of the request', () => {
    const { opened } = show({ kind: 'failed', problem: problem('internal', 'req_1') });
    expect(screen.getByText('If you ask for help, give this number: req_1')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(opened).toHaveLength(0);
    expect(headline()).toBe('Track your order');
  });

  it('after what would only fail again, gives the form', () => {
    show({ kind: 'failed', problem: problem('not_found') });
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Find my order' }));
    expect(headline()).toBe('Track your order');
  });
});
