import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogue as ar } from '../locales/ar.ts';
import { FakeWorld } from '../order-tracking/testing.ts';
import { createLaterModel } from './later.model.ts';
import { sampleStates } from './sample-states.ts';
import type { ReadyState } from './state.ts';
import { laterScreens } from './steps/index.ts';
import { fakeRegistrations } from './testing.ts';
import { createRegistrationModel } from './warranty-registration.model.ts';
import { WarrantyRegistration, type WarrantyRegistrationProps } from './warranty-registration.tsx';

afterEach(cleanup);

/** Renders the widget in a state it was left in, its later screens there. */
async function show(name: string, props: Partial<WarrantyRegistrationProps> = {}) {
  const state = sampleStates[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  const world = new FakeWorld();
  const fake = fakeRegistrations();
  const model = createRegistrationModel({
    source: fake.source,
    environment: world.environment,
    later: async () => createLaterModel,
    restore: {
      state,
      session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z', orderId: `ord_${'1'.repeat(32)}` },
    },
  });
  let isThere = false;
  const later = async () => {
    isThere = true;
    return { screens: laterScreens };
  };
  const view = render(
    <WarrantyRegistration
      model={model}
      locale="en-GB"
      timeZone="Europe/Berlin"
      later={later}
      claims={() => new Promise(() => {})}
      {...props}
    />,
  );
  await screen.findAllByRole('heading', { level: 2 });
  if (state.kind === 'ready')
    await waitFor(() => {
      if (!isThere || view.container.querySelector('.skeleton')) throw new Error('Not there.');
    });
  return { ...view, ...fake, model, world };
}

const stateOf = (name: string): ReadyState => sampleStates[name] as ReadyState;

describe('the items', () => {
  it('are registered by one button, with what stands behind each before', async () => {
    const { of } = await show('one');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Register your item');
    screen.getByText(/never a condition of your legal rights/);
    screen.getByText('Legal guarantee: until Sun, 19 Nov 2028');
    fireEvent.click(screen.getByRole('button', { name: 'Register this item' }));
    await waitFor(() => expect(of('register')).toHaveLength(1));
  });

  it('leave both choices unticked, each by itself', async () => {
    const { model } = await show('one');
    const safety = screen.getByRole('checkbox', { name: 'Tell me about safety problems and recalls' });
    const marketing = screen.getByRole('checkbox', { name: 'Send me news and offers' });
    expect([safety, marketing].map((box) => (box as HTMLInputElement).checked)).toEqual([false, false]);
    fireEvent.click(safety);
    expect((model.state.peek() as ReadyState).consents).toEqual({ safety: true, marketing: false });
  });

  it('name the item on every button that is there several times', async () => {
    await show('items');
    screen.getByRole('button', { name: 'Register: Linen kitchen towel' });
    screen.getByRole('button', { name: 'Register: Oak desk lamp' });
    screen.getByRole('button', { name: 'Something is wrong: Oak desk lamp' });
    screen.getByRole('button', { name: 'Register all 2 items' });
  });

  it('say why one cannot be registered, and nothing of who has it now', async () => {
    await show('states');
    screen.getByText('Handed over');
    screen.getByText(/could not be read\. Please add a better photo/);
    screen.getByText('The store says: The date cannot be seen.');
    screen.getByText(/There is nothing to do until then/);
  });
});

describe('a serial number', () => {
  it('is read along while it is typed: what was put right is shown, and what cannot be', async () => {
    await show('units');
    const [first, second] = screen.getAllByRole('textbox') as HTMLInputElement[];
    screen.getByText('We read L as 1: SN-1234-AB.');
    screen.getByText('Character 6 does not fit. Please check it.');
    expect(first?.getAttribute('aria-describedby')).toMatch(/-read/);
    fireEvent.input(second as HTMLInputElement, { target: { value: 'SN-1234-AC' } });
    screen.getByText('Looks right.');
  });

  it('stands as it is kept once its field is left', async () => {
    await show('units');
    const [first] = screen.getAllByRole('textbox') as HTMLInputElement[];
    fireEvent.change(first as HTMLInputElement);
    await waitFor(() => expect(first?.value).toBe('SN-1234-AB'));
  });

  it('is shown where it stands, in words and as a picture', async () => {
    await show('mistakes');
    fireEvent.click(screen.getByRole('button', { name: 'Where do I find it?' }));
    screen.getByText('On the label under the foot.');
    screen.getByRole('img', { name: 'Where the serial number stands: Oak desk lamp' });
  });

  it('that is registered already tells the ways to it and not whose it is', async () => {
    await show('taken');
    const field = screen.getByRole('textbox');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    screen.getByText('This number is registered already.');
    screen.getByText(/Ask them for a hand-over code/);
  });

  it('takes a list for several units', async () => {
    const { model } = await show('units');
    for (const box of screen.getAllByRole('textbox')) fireEvent.input(box, { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: 'Enter several serial numbers at once' }));
    fireEvent.input(screen.getByLabelText('Serial numbers'), {
      target: { value: 'SN-1111-AA\nSN-2222-BB' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Use these numbers' }));
    await screen.findAllByText('2 numbers are in their places.');
    expect(Object.values((model.state.peek() as ReadyState).serials)).toEqual(['SN-1111-AA', 'SN-2222-BB']);
  });
});

describe('what was registered', () => {
  it('is shown as a picture of time and in words, with what there is to keep', async () => {
    await show('done');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('It is registered');
    screen.getByRole('img', { name: /Bars of time/ });
    screen.getByText('Today, Tuesday, 24 November');
    screen.getByText('Until Tuesday, 19 November 2030');
    screen.getByText('12 months more for registering, until Tuesday, 19 November 2030');
    screen.getByText(/you have nothing to prove/);
    screen.getByRole('button', { name: 'Copy: Certificate number' });
    expect(screen.getByRole('link', { name: /Certificate \(PDF\)/ }).getAttribute('href')).toMatch(/^https:/);
    screen.getByRole('link', { name: 'Add the dates to your calendar' });
  });

  it('says that the store looks at it where it does, and promises no certificate', async () => {
    await show('done-pending');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Received');
    expect(screen.queryByRole('link', { name: /Certificate/ })).toBeNull();
  });

  it('leads on to the others, and to another product', async () => {
    const { model } = await show('done');
    fireEvent.click(screen.getByRole('button', { name: 'Register the other item' }));
    expect(model.state.peek()).toMatchObject({ screen: 'items' });
    model.open(stateOf('done').shown[0] ?? '');
    model.toStart();
    await screen.findByRole('heading', { name: 'Register what you bought' });
  });

  it('reads from right to left in Arabic, with every text translated', async () => {
    const { container } = await show('done', { locale: 'ar', catalogue: ar });
    expect(container.querySelector('.root')?.getAttribute('dir')).toBe('rtl');
    const own = container
      .querySelector('.covers')
      ?.textContent?.replace(/Atelier Care|Everything.*falls\./g, '');
    expect(own).not.toMatch(/[A-Za-z]{3}/);
  });
});

describe('one item', () => {
  it('offers a hand-over code, which can be copied and taken back after a question', async () => {
    const { of } = await show('item-transfer');
    const transfer = screen.getByRole('heading', { name: 'Hand it over' }).parentElement as HTMLElement;
    within(transfer).getByText('ABCD-EFGH-JKLM');
    fireEvent.click(within(transfer).getByRole('button', { name: 'Take the code back' }));
    fireEvent.click(within(transfer).getByRole('button', { name: 'Take it back' }));
    await waitFor(() => expect(of('cancelTransfer')).toHaveLength(1));
  });

  it('changes a choice at once', async () => {
    const { last } = await show('item');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Send me news and offers' }));
    await waitFor(() => expect(last('consents').values[2]).toEqual({ safety: true, marketing: true }));
  });
});

describe('things bought elsewhere', () => {
  it('offer the camera only where the browser can read codes', async () => {
    await show('product');
    expect(screen.queryByRole('button', { name: 'Scan the barcode' })).toBeNull();
  });

  it('tell that a digit of a code is wrong', async () => {
    await show('product-none');
    screen.getByText(/One of these digits is not right/);
  });

  it('name what is missing at each field', async () => {
    await show('purchase-mistakes');
    expect(screen.getByLabelText('Day of purchase').getAttribute('aria-invalid')).toBe('true');
    screen.getByText('Please tell us where it was bought.');
  });
});

const spoken = Object.keys(sampleStates).filter((name) => name !== 'loading');
it.each(spoken)('leaves no hole in a text of %s', async (name) => {
  const { container } = await show(name);
  expect(container.textContent).not.toMatch(/undefined|\{\w+\}|\[object/);
});
