import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue as ar } from '../locales/ar.ts';
import { catalogue as de } from '../locales/de.ts';
import { settle } from '../order-tracking/testing.ts';
import { sampleReceipt, sampleStates, sampleTerms } from './samples.ts';
import type { WithdrawalState } from './state.ts';
import { checking, problem, proof, shown, start } from './testing.ts';
import { Withdrawal, type WithdrawalProps } from './withdrawal.tsx';

afterEach(cleanup);

/** Lets effects and what they lead to happen: the next frame, and turns for what it begins, however busy the machine is. */
const quiet = async (): Promise<void> => {
  await settle();
  for (const milliseconds of [20, 5, 5]) await new Promise((resolve) => setTimeout(resolve, milliseconds));
};
const view = (props: Partial<WithdrawalProps> & Pick<WithdrawalProps, 'model'>) =>
  render(<Withdrawal locale="en-GB" timeZone="Europe/Berlin" {...props} />);
const restored = (state: WithdrawalState) => start({ restore: { state, sent: {} } });
const said = (): string => screen.getByRole('status').textContent ?? '';
const labelled = (name: string): HTMLInputElement => screen.getByLabelText(name);
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};
const submit = (container: Element): void => {
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
};

describe('the way of a declaration', () => {
  it('has the two labels of the law, and a heading that takes the focus in each step', async () => {
    const { model, declared } = await shown();
    const { container } = view({ model });
    expect(screen.getByRole('heading').textContent).toBe('Withdraw from contract here');
    for (const [label, value] of [
      ['Your name', 'Anna Keller'],
      ['Order number', '1001'],
      ['E-mail address for the acknowledgement', 'anna@example.com'],
    ] as const)
      fireEvent.input(labelled(label), { target: { value } });
    submit(container);
    await quiet();
    expect(screen.getByRole('heading')).toBe(document.activeElement);
    expect(container.textContent).toContain('The whole contract');
    press('Confirm withdrawal');
    await quiet();
    expect(said()).toBe('Sending…');
    await declared[0]?.answer(sampleReceipt);
    await quiet();
    expect(screen.getByRole('heading')).toBe(document.activeElement);
    expect(screen.getByRole('heading').textContent).toBe('Your withdrawal has been received');
    expect(said()).toBe('Your withdrawal has been received');
  });

  it('is made in German and Arabic with their own labels', async () => {
    const { model } = await checking();
    view({ model, locale: 'de', catalogue: de });
    screen.getByRole('button', { name: 'Widerruf bestätigen' });
    press('Ändern');
    await quiet();
    expect(screen.getByRole('heading').textContent).toBe('Vertrag hier widerrufen');
    cleanup();
    const { container } = view({ model, locale: 'ar', catalogue: ar });
    expect(container.querySelector('[dir=rtl]')?.getAttribute('lang')).toBe('ar');
  });

  it('sends what a password manager filled in without a word', async () => {
    const { model, state } = await shown();
    const { container } = view({ model });
    for (const [name, value] of Object.entries({ name: 'Anna', contract: '1001', email: 'a@b.c' }))
      Object.assign(container.querySelector(`[name=${name}]`) as HTMLInputElement, { value });
    submit(container);
    expect(state()).toMatchObject({
      kind: 'check',
      values: { name: 'Anna', contract: '1001', email: 'a@b.c' },
    });
  });
});

describe('what is wrong', () => {
  it('is said at its field and aloud, and the first one takes the focus', async () => {
    const { model } = await shown();
    const { container } = view({ model });
    fireEvent.input(labelled('E-mail address for the acknowledgement'), { target: { value: 'anna' } });
    submit(container);
    await quiet();
    expect(document.activeElement).toBe(labelled('Your name'));
    const email = labelled('E-mail address for the acknowledgement');
    expect(email.getAttribute('aria-invalid')).toBe('true');
    const error = container.querySelector(`[id="${email.getAttribute('aria-describedby')?.split(' ')[0]}"]`);
    expect(error?.textContent).toContain('no complete e-mail address');
    expect(email.value).toBe('anna');
    expect(said()).toContain('Please enter the number of your order.');
  });

  it('leaves everything as it was when it could not be sent, and shows two ways on', async () => {
    const { model, declared } = await checking();
    view({ model });
    press('Confirm withdrawal');
    await declared[0]?.fail(problem('offline'));
    await quiet();
    expect(said()).toContain('You are offline.');
    screen.getByRole('button', { name: 'Confirm withdrawal' });
    const plain = screen.getByRole('link', { name: /Use the simple page instead/ });
    expect(plain.getAttribute('href')).toBe(`${sampleTerms.page}?lang=en&order=1001`);
    expect(plain.getAttribute('target')).toBe('_blank');
  });

  it('is told to the page when a view breaks, with the plain page as the way on', async () => {
    const { model } = await shown();
    const report = vi.fn();
    const broken = { ...(sampleStates.form as object), mistakes: null } as unknown as WithdrawalState;
    view({ model, report });
    (model.state as { value: unknown }).value = broken;
    await quiet();
    expect(report).toHaveBeenCalled();
    expect(screen.getByRole('link').getAttribute('href')).toBe(`${sampleTerms.page}?lang=en`);
  });

  it('names the plain page alone where the form cannot work', () => {
    const { model } = restored(sampleStates.failed as WithdrawalState);
    view({ model });
    expect(screen.getByRole('link').getAttribute('href')).toBe(`${sampleTerms.page}?lang=en`);
  });
});

describe('the items of a known order', () => {
  it('are boxes to tick, gone when the number is that of another order', async () => {
    const { model, state } = await shown({ request: proof });
    view({ model });
    fireEvent.click(screen.getByLabelText('Linen kitchen towel'));
    expect(state()).toMatchObject({ chosen: [expect.any(String)] });
    labelled('Or in your own words (optional)');
    fireEvent.input(labelled('Order number'), { target: { value: '2002' } });
    await quiet();
    expect(screen.queryByRole('checkbox')).toBeNull();
    labelled('Which items (optional)');
    fireEvent.input(labelled('Order number'), { target: { value: '#1001' } });
    await quiet();
    expect(screen.getByLabelText<HTMLInputElement>('Linen kitchen towel').checked).toBe(true);
  });
});

describe('the acknowledgement', () => {
  it('shows the whole text, when it came, its number, and how to keep it', () => {
    const { model } = restored(sampleStates.done as WithdrawalState);
    const { container } = view({ model });
    expect(container.textContent).toContain(sampleReceipt.text.trim());
    expect(container.textContent).toContain('24 November 2026 at 15:58:07');
    expect(container.querySelector('[part~=code]')?.textContent).toBe(sampleReceipt.number);
    expect(container.textContent).toContain('We are also sending this acknowledgement to anna@example.com.');
    const file = screen.getByRole('link');
    expect(file.getAttribute('href')).toBe(sampleReceipt.url);
    expect(file.getAttribute('download')).toBe('W-7Q2K-9M4D.txt');
  });

  it('says so when no mail is sent', () => {
    const { model } = restored(sampleStates['done-not-mailed'] as WithdrawalState);
    const { container } = view({ model });
    expect(container.textContent).toContain('It is not sent by e-mail.');
  });
});

it('shows nothing where the store does not offer it', () => {
  const { model } = restored({ kind: 'off' });
  const { container } = view({ model });
  expect(container.querySelector('.card')).toBeNull();
  expect(container.querySelector('.is-off')).not.toBeNull();
});

it.each(Object.keys(sampleStates))('draws %s without a text that is missing', (name) => {
  const { model } = restored(sampleStates[name] as WithdrawalState);
  const { container } = view({ model });
  // A missing text would be its own name, a missing value a brace.
  expect(container.textContent).not.toMatch(/[{}]|\b(name|email|items|check|done|problem)\.[a-z_]+\b/);
});
