import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogue as ar } from '../locales/ar.ts';
import { catalogue as de } from '../locales/de.ts';
import { english } from './claims.messages.ts';
import { claimState, claimStates, filingState } from './sample-states.ts';
import { claim, claimOptions, door, sampleQuote } from './samples.ts';
import type { ClaimsState } from './state.ts';
import { show } from './testing.tsx';

afterEach(cleanup);

/** Names of texts, which stand where a text has no words. */
const keys = Object.keys(english).filter((key) => key.includes('.'));

const sample = (name: string): ClaimsState => {
  const state = claimStates[name];
  if (!state) throw new Error(`There is no ${name}.`);
  return state;
};
const headline = () => screen.getByRole('heading', { level: 2 }).textContent;
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('the doors', () => {
  it('stand with the best first, why it is, its last day and how that was counted', () => {
    show(sample('doors'));
    const [best, warranty] = screen.getAllByRole('heading', { level: 3 }).map((one) => one.closest('li'));
    expect(best?.textContent).toContain('Best for you');
    expect(best?.textContent).toContain('until Wednesday, 3 March 2027 you have nothing to prove');
    expect(best?.textContent).toContain('Until Friday, 3 March 2028');
    expect(best?.textContent).toContain('24 months from the delivery on Tuesday, 3 March');
    expect(warranty?.textContent).toContain('plus 12 months for registering it');
  });

  it('tell behind a button which are closed, and why', () => {
    show(sample('doors'));
    press('5 ways that are closed, and why');
    expect(screen.getByText('The time for this ended on Tuesday, 17 March.')).toBeTruthy();
    expect(screen.getByText('It was sent already.')).toBeTruthy();
  });

  it('lead on to other widgets by the address of their page', () => {
    show(sample('doors-returns'));
    const link = screen.getByRole('link', { name: /Withdraw from the purchase/ });
    expect(link.getAttribute('href')).toBe('https://shop.example/withdraw');
  });

  it('lead to the widget of the same page, and tell the page', () => {
    const gone: string[] = [];
    const pages = {
      isHere: () => true,
      goTo: (widget: string) => {
        gone.push(widget);
        return true;
      },
    };
    const { events } = show(sample('doors-returns'), { pages });
    press(/Withdraw from the purchase/);
    expect(gone).toEqual(['withdrawal']);
    expect(events).toEqual([{ type: 'door-chosen', route: 'withdraw', orderId: `ord_${'1'.repeat(32)}` }]);
  });

  it('say where the way is when the page names none', () => {
    show(sample('doors-returns'), { pages: {} });
    expect(screen.getAllByText('You find this with your order at Nordlicht.')).toHaveLength(2);
  });

  it('leave the way to the store when none is open', () => {
    const options = claimOptions({ doors: [door('warranty', { because: 'cover_ended' })] });
    show(filingState('doors', { options, choice: { route: null } }));
    expect(headline()).toBe('Nothing is open right now');
    expect(screen.getByRole('link', { name: 'Contact the store' }).getAttribute('href')).toBe(
      'mailto:hello@nordlicht.example',
    );
  });
});

describe('the way to a claim', () => {
  it('leads from the door to the claim by what is on screen, the focus at each headline', async () => {
    const { last } = show(sample('doors'));
    const start = screen.getByRole('button', { name: 'Start: Use the legal guarantee' });
    start.focus();
    fireEvent.click(start);
    expect(headline()).toBe('What is wrong?');
    expect(document.activeElement?.textContent).toBe('What is wrong?');
    fireEvent.click(screen.getByRole('radio', { name: 'It does not light up' }));
    press('Continue');
    expect(headline()).toBe('Please try this first');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Try another socket.' }));
    press('No, continue');
    fireEvent.input(screen.getByLabelText('What happens, and when?'), { target: { value: 'Dark.' } });
    fireEvent.input(screen.getByLabelText('Since when?'), { target: { value: '2026-11-08' } });
    press('Continue');
    fireEvent.click(screen.getByRole('radio', { name: 'Repair it' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Licht & Strom' }));
    press('Continue');
    expect(headline()).toBe('Is everything right?');
    press('Send the claim');
    expect(last('file').values[2]).toMatchObject({
      symptom: 'dead',
      placeId: 'berlin',
      description: 'Dark.',
    });
    await last('file').answer(claim());
    await waitFor(() => expect(headline()).toBe('The store has your claim'));
    expect(screen.getByText('C-1001-1')).toBeTruthy();
  });

  it('ends kindly when the first help helped', () => {
    const { left } = show(sample('help'));
    press('Yes, it works again');
    expect(headline()).toBe('Good to hear');
    press('All my items');
    expect(left).toEqual([false]);
  });

  it('opens the video in a new tab, and says so', () => {
    show(sample('help'));
    const link = screen.getByRole('link', { name: /Watch the video.*opens in a new tab/ });
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('moves the focus to what is missing and says it', () => {
    const { said } = show(sample('details-wrong'));
    press('Continue');
    expect(document.activeElement).toBe(screen.getByLabelText('What happens, and when?'));
    expect(said.value?.text).toContain('Please say in a few words what happens.');
    expect(screen.getByLabelText('Since when?').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('a quote', () => {
  it('has everything the form of the law has, and adds up', () => {
    show(sample('quoted'));
    const facts = screen.getByText('What is repaired').closest('section')?.textContent ?? '';
    for (const text of [
      'Nordlicht workshop',
      'Hafenstraße 1, 20457 Hamburg',
      'workshop@nordlicht.example',
      'Oak desk lamp, NL-2026-004711',
      'The switch is burnt through.',
      'New switch and new cable, safety test.',
      'Repair, at most€49.00',
      'One hour of work at €39.00',
      '10 days after you accept',
      'Lamp “Floor 2”',
      'By parcel, to the address of your order.',
      'Parcel both ways€9.90',
      'You get the old parts back if you like.',
      'Valid until Thursday, 24 December',
    ])
      expect(facts).toContain(text);
    expect(screen.getByText('Total, at most').closest('tr')?.textContent).toContain('€58.90');
  });

  it('is accepted after one more question, which Escape takes back', () => {
    const { of } = show(sample('quoted'));
    press('Accept the quote');
    const box = screen.getByRole('group', { name: 'Accept the quote for €58.90?' });
    fireEvent.keyDown(box, { key: 'Escape' });
    press('Accept the quote');
    expect(of('answerQuote')).toHaveLength(0);
    press('Yes, order the repair');
    expect(of('answerQuote')[0]?.values[2]).toMatchObject({ accept: true });
  });

  it('cannot be answered once it ended', () => {
    show(sample('quote-expired'));
    expect(screen.queryByRole('button', { name: 'Accept the quote' })).toBeNull();
    expect(screen.getByText(/This quote ended on/)).toBeTruthy();
  });

  it('says that a covered repair costs nothing', () => {
    show(sample('quote-free'));
    expect(screen.getByText('Total').closest('tr')?.textContent).toContain('Free');
    press('Accept the quote');
    expect(screen.getByText('Have it repaired, free of charge?')).toBeTruthy();
  });
});

describe('a claim', () => {
  it('tells what happened, with notes and times, and in grey what comes', () => {
    show(claimState(claim('in_repair')));
    const moments = within(screen.getByText('How it goes').closest('section') as HTMLElement).getAllByRole(
      'listitem',
    );
    expect(moments.map((one) => one.getAttribute('aria-current')).filter(Boolean)).toEqual(['step']);
    expect(moments[4]?.textContent).toContain('We opened it and are looking at the switch.');
    expect(moments.at(-1)?.textContent).toContain('Done: still to come');
  });

  it('shows the new end of the guarantee after a repair', () => {
    show(sample('done'));
    const covers = screen.getByText('What stands behind it now').closest('section')?.textContent;
    expect(covers).toContain('Legal guarantee until Saturday, 3 March 2029');
    expect(covers).toContain('Longer because of the repair');
    expect(covers).toContain('plus 12 months after a repair');
  });

  it('says why it was declined, and leads to what is still open', async () => {
    const { last } = show(sample('declined'));
    expect(screen.getByText('The store sees the cause in how it was used.')).toBeTruthy();
    press('Start: Have it repaired');
    await last('options').answer(claimOptions());
    await waitFor(() => expect(headline()).toBe('What would you like to do?'));
  });

  it('is cancelled after one more question', () => {
    const { of } = show(sample('received'));
    press('Cancel this claim');
    expect(of('cancel')).toHaveLength(0);
    press('Yes, cancel it');
    expect(of('cancel')).toHaveLength(1);
  });

  it('asks with the question above the answer', () => {
    show(sample('waiting'));
    expect(screen.getByText('Nordlicht asks')).toBeTruthy();
    press('Send');
    expect(screen.getByText('Please write something first.')).toBeTruthy();
  });
});

describe.each(Object.keys(claimStates))('%s', (name) => {
  it('has nothing axe objects to, in three languages, and no text without words', async () => {
    for (const catalogue of [undefined, de, ar]) {
      const { container, unmount } = show(sample(name), catalogue ? { catalogue } : {});
      // Contrast and sizes are measured in a real browser.
      const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
      for (const key of keys) expect(container.textContent).not.toContain(key);
      unmount();
    }
  });
});

it('keeps a quote of hostile text as text', () => {
  const quote = sampleQuote({ work: '<img src=x onerror=alert(1)>' });
  const { container } = show(claimState(claim('quoted', { quote })));
  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
  expect(container.querySelector('img[src=x]')).toBeNull();
});
