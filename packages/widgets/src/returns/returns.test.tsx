import { cleanup, fireEvent, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue as ar } from '../locales/ar.ts';
import { catalogue as de } from '../locales/de.ts';
import { filed, sampleReturns, shown } from './sample-filed.ts';
import { sampleStates } from './sample-states.ts';
import { choosing, chosen, items, methods, quoteFor, returnOptions, settlement } from './samples.ts';
import type { ReturnsState } from './state.ts';
import { problem } from './testing.ts';
import { headline, show } from './testing-view.tsx';

afterEach(cleanup);

const sample = (name: string): ReturnsState => {
  const state = sampleStates[name];
  if (!state) throw new Error(`There is no ${name}.`);
  return state;
};
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};
const mug = items[0] as (typeof items)[number];

describe('the whole way', () => {
  it('leads from the items to a return, by what is on screen', async () => {
    const { world, last, model } = await show(choosing());
    const amount = async (facts = {}): Promise<void> => {
      await world.pass(200);
      const { items: picked } = model.state.peek() as { items: Parameters<typeof quoteFor>[0] };
      await last('quote').answer(quoteFor(picked, facts));
    };
    fireEvent.click(screen.getByRole('checkbox', { name: 'Stoneware mug' }));
    fireEvent.click(screen.getByRole('button', { name: 'One more of Stoneware mug' }));
    press('Continue with 2 items');
    await vi.waitFor(() => expect(headline()).toBe('Why is it going back?'));
    fireEvent.click(screen.getByRole('radio', { name: 'It does not fit' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Too small' }));
    fireEvent.input(screen.getByLabelText('Anything to add? (optional)'), {
      target: { value: 'By a hand.' },
    });
    await amount();
    press('Continue');
    expect(headline()).toBe('What would you like instead?');
    expect(screen.getByText('€38.00')).toBeTruthy();
    expect(screen.getByText('Includes a bonus of €1.90.')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Exchange' }));
    expect(screen.getByRole('radio', { name: 'Midnight blue' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('radio', { name: 'Rust' }));
    press('Continue');
    expect(headline()).toBe('How will you send it back?');
    fireEvent.click(screen.getByRole('radio', { name: 'Bring it to a shop' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Nordlicht Ost' }));
    await amount({ settlement });
    press('Continue');
    expect(headline()).toBe('Is everything right?');
    expect(screen.getByText('Exchange for Rust')).toBeTruthy();
    expect(screen.getByText('You get back').closest('tr')?.textContent).toBe('You get back€15.05');
    press('Send 2 items back');
    expect(last('file').values[1]).toMatchObject({
      items: [
        { quantity: 2, reason: 'size.too_small', note: 'By a hand.', exchangeFor: { variantId: 'v2' } },
      ],
      method: { id: 'shop', placeId: 'ost' },
    });
    expect(screen.getByRole('button', { name: 'Sending…' }).getAttribute('aria-disabled')).toBe('true');
    await last('file').answer(filed());
    await vi.waitFor(() => expect(headline()).toBe('Your return is approved'));
    expect(screen.getByText('R-1001-1')).toBeTruthy();
  });

  it('moves the focus to the headline of each step, and says where one is', async () => {
    await show(choosing({ items: [chosen(mug)] }));
    const next = screen.getByRole('button', { name: 'Continue with 1 item' });
    next.focus();
    fireEvent.click(next);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Why is it going back?'));
    await vi.waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('Step 2 of 5. Why is it going back?'),
    );
  });

  it('moves the focus to what is missing, and names it', async () => {
    await show(choosing({ step: 'reasons', items: [chosen(mug)] }));
    await vi.waitFor(() => expect(headline()).toBe('Why is it going back?'));
    press('Continue');
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'));
    expect(screen.getAllByText('Please choose a reason.').length).toBeGreaterThan(0);
    expect(screen.getByRole('radiogroup').getAttribute('aria-invalid')).toBe('true');
  });

  it('is a form, so that Enter leads on and nothing of it reaches a form around it', async () => {
    const { container, model } = await show(choosing({ items: [chosen(mug)] }));
    const outside = vi.fn();
    container.addEventListener('submit', outside);
    const form = container.querySelector('form');
    if (form) fireEvent.submit(form);
    expect(model.state.value).toMatchObject({ step: 'reasons' });
    expect(outside).not.toHaveBeenCalled();
  });
});

describe('what cannot go back', () => {
  it('says by which days, and what can be done instead', async () => {
    const { model } = await show(sample('empty'));
    expect(headline()).toBe('Nothing can be sent back right now');
    expect(
      screen.getByText(
        'The 14 days to send it back ended on Monday, 2 November. It was delivered on Monday, 19 October.',
      ),
    ).toBeTruthy();
    expect(screen.getByText('It was moved to the next working day.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Continue/ })).toBeNull();
    press('Cancel it instead');
    expect(model.state.value).toMatchObject({ route: 'cancel', items: [{ quantity: 1 }] });
  });

  it('shows the right of withdrawal with its day, and links to it only with a safe address', async () => {
    await show(choosing(), { withdrawalUrl: 'https://shop.example/withdraw' });
    expect(
      screen.getByText('You also have the right of withdrawal until Thursday, 3 December.'),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Withdraw from contract here' })).toBeTruthy();
    cleanup();
    await show(choosing(), { withdrawalUrl: 'javascript:alert(1)' });
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('has words for codes of a newer server', async () => {
    const [first] = items;
    const strange = {
      ...first,
      routes: first?.routes.map((route) => ({ ...route, state: 'closed', because: 'moon', quantity: 0 })),
    };
    await show(choosing({ options: returnOptions({ items: [strange as never] }) }));
    expect(screen.getByText('This is not possible right now.')).toBeTruthy();
  });
});

describe('the sums', () => {
  it('stand as bars while they are counted, and cannot be confirmed then', async () => {
    const { container } = await show(sample('resolutions-loading'));
    await vi.waitFor(() => expect(container.querySelector('.skeleton')).toBeTruthy());
    expect(screen.getByRole('button', { name: 'Continue' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('that do not come leave a way on', async () => {
    const { world, of } = await show(sample('resolutions-failed'));
    await world.pass(200);
    await of('quote').at(-1)?.fail(problem('unreachable'));
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await world.pass(200);
    expect(of('quote')).toHaveLength(2);
  });

  it('are none for gifts', async () => {
    const gift = choosing({
      step: 'check',
      options: returnOptions({ isGift: true }),
      items: [chosen(mug, { reason: 'style', resolution: 'store_credit' })],
      method: { id: 'own', placeId: null },
    });
    const { world, last, model } = await show(gift);
    await world.pass(200);
    const { items: picked } = model.state.peek() as typeof gift;
    await last('quote').answer(quoteFor(picked, { settlement: null, methods: [...methods] }));
    expect(await screen.findByText('You will get the full value of what you send back.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('a return that was filed', () => {
  it('asks once more before it is cancelled', async () => {
    const { of } = await show(shown(filed()));
    press('Cancel this return');
    expect(of('cancel')).toHaveLength(0);
    expect(screen.getByRole('group', { name: 'Cancel this return?' })).toBeTruthy();
    press('Yes');
    expect(of('cancel')).toHaveLength(1);
  });

  it('shows the code to show as a picture with its text, and a label as the first thing to do', async () => {
    await show(shown(sampleReturns['approved-qr']));
    expect(await screen.findByRole('img', { name: 'Code to show at the counter: R-1001-1' })).toBeTruthy();
    cleanup();
    await show(shown(filed()));
    const label = await screen.findByRole('link', { name: /^Open the label/ });
    expect(label.className).toContain('primary');
  });

  it('puts the store’s question before everything else, with a place for the answer', async () => {
    const { of, last } = await show(shown(sampleReturns.question));
    const answer = await screen.findByLabelText<HTMLTextAreaElement>('Your answer');
    press('Send');
    expect(screen.getByText('Please write something first.')).toBeTruthy();
    fireEvent.input(answer, { target: { value: 'Here you are.' } });
    press('Send');
    expect(of('message')).toHaveLength(1);
    await last('message').answer(filed('requested'));
    await vi.waitFor(() => expect(screen.queryByLabelText('Your answer')).toBeNull());
    expect(screen.getByRole('status').textContent).toBe('Your message was sent.');
  });

  it('says why the store declined, and makes no link of what cannot be one', async () => {
    await show(
      shown(
        filed('declined', {
          documents: [{ kind: 'label', url: 'javascript:alert(1)' }],
          declined: { code: 'new_code', note: '<b>No</b>' },
        }),
      ),
    );
    expect(await screen.findByText('The store gave this reason:')).toBeTruthy();
    expect(screen.getByText('<b>No</b>')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('the later steps', () => {
  it('that do not load leave a way on, and nothing chosen is lost', async () => {
    const later = vi
      .fn()
      .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
      .mockImplementation(async () => ({ steps: (await import('./steps/index.ts')).laterSteps }));
    await show(shown(filed()), { later });
    expect(await screen.findByText('This step did not load')).toBeTruthy();
    press('Try again');
    await vi.waitFor(() => expect(headline()).toBe('Your return is approved'));
  });
});

describe('languages', () => {
  it.each([
    [de, 'Was möchten Sie zurückschicken?', 'Weiter mit 2 Artikeln'],
    [ar, 'ما الذي تريد إرجاعه؟', 'متابعة بمنتجين'],
  ])('are complete, here %#', async (catalogue, title, next) => {
    await show(choosing({ items: [chosen(mug, { quantity: 2 })] }), {
      catalogue,
      locale: catalogue.language,
    });
    expect(headline()).toBe(title);
    expect(screen.getByRole('button', { name: next })).toBeTruthy();
    expect(document.querySelector('.root')?.getAttribute('dir')).toBe(catalogue.direction);
  });
});

describe('every state', () => {
  it.each(Object.keys(sampleStates))(
    '%s has nothing axe objects to, and no text beside an element',
    async (name) => {
      const { container } = await show(sample(name));
      const { violations } = await axe.run(container, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)).toEqual([]);
      for (const element of container.querySelectorAll('*')) {
        const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
        if (words) expect(element.childElementCount, element.outerHTML).toBe(0);
      }
    },
  );
});
