import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogue as ar } from '../locales/ar.ts';
import { FakeWorld } from '../order-tracking/testing.ts';
import { createLaterModel } from './later.model.ts';
import { createReviewPromptModel } from './review-prompt.model.ts';
import { ReviewPrompt, type ReviewPromptProps } from './review-prompt.tsx';
import { sampleStates } from './sample-states.ts';
import type { ReadyState } from './state.ts';
import { laterScreens } from './steps/index.ts';
import { fakeReviews, settled } from './testing.ts';

afterEach(cleanup);

/** Renders the widget in a state it was left in, its later screens there. */
async function show(name: string, props: Partial<ReviewPromptProps> = {}, hidden = false) {
  const state = sampleStates[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  const world = new FakeWorld();
  const fake = fakeReviews();
  const mode = /^(always|empty)$/.test(name) ? 'always' : 'ask';
  const model = createReviewPromptModel({
    source: fake.source,
    environment: world.environment,
    mode,
    drafts: null,
    later: async () => createLaterModel,
    restore: {
      state,
      hidden,
      session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z', orderId: `ord_${'1'.repeat(32)}` },
    },
  });
  let isThere = false;
  const later = async () => {
    isThere = true;
    return { screens: laterScreens };
  };
  const view = render(
    <ReviewPrompt
      model={model}
      locale="en-GB"
      timeZone="Europe/Berlin"
      mode={mode}
      later={later}
      pages={{ returns: 'https://shop.example/returns' }}
      {...props}
    />,
  );
  if (state.kind === 'ready' && !hidden)
    await waitFor(() => {
      if (!isThere || view.container.querySelector('.skeleton')) throw new Error('Not there.');
    });
  return { ...view, ...fake, model, world, ready: () => model.state.value as ReadyState };
}

describe('the stars', () => {
  it('are a group of radio buttons, each with its words, and Home and End beside the arrows', async () => {
    const { ready } = await show('one');
    const group = screen.getByRole('radiogroup', { name: 'Your rating: Stoneware mug' });
    const stars = screen.getAllByRole('radio') as HTMLInputElement[];
    expect(stars.map((star) => star.getAttribute('aria-label'))).toEqual([
      '1 star: Poor',
      '2 stars: Fair',
      '3 stars: Okay',
      '4 stars: Good',
      '5 stars: Great',
    ]);
    fireEvent.keyDown(group, { key: 'End' });
    expect(Object.values(ready().drafts)[0]?.stars).toBe(5);
    expect(document.activeElement).toBe(stars[4]);
    fireEvent.keyDown(group, { key: 'Home' });
    expect(Object.values(ready().drafts)[0]?.stars).toBe(1);
    await screen.findByText('Kept');
  });

  it('offer the same ways on for one star as for five; help stands beside', async () => {
    await show('one-low');
    const names = () => screen.getAllByRole('button').map((button) => button.textContent);
    const low = names();
    screen.getByRole('complementary', { name: 'Is something wrong with it?' });
    screen.getByRole('link', { name: 'Send it back' });
    screen.getByRole('link', { name: 'Contact the store' });
    cleanup();
    await show('one-kept');
    expect(names()).toEqual(low);
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('show what is given for a review before, whatever it will say', async () => {
    await show('one-reward');
    screen.getByText('A thank-you, whatever you say: 10 % off your next order');
  });
});

describe('an ask', () => {
  it('draws nothing at all while it is hidden, and nothing any more once it was put off', async () => {
    const { container } = await show('one', {}, true);
    expect(container.querySelector('.card')).toBeNull();
    cleanup();
    const { container: shown } = await show('one');
    fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(shown.querySelector('.card')).toBeNull());
  });

  it('names the item on every button that is there several times, and how far one is', async () => {
    await show('several');
    screen.getByText('2 of 4 done');
    screen.getByRole('button', { name: 'Your review: Stoneware mug' });
    screen.getByRole('button', { name: 'Review it after all: Linen kitchen towel' });
    screen.getByRole('button', { name: 'Send only the stars: Oak desk lamp' });
  });
});

describe('the steps', () => {
  it('say what is missing at each field, and lead to the first', async () => {
    const { model } = await show('words-missing');
    expect(screen.getByLabelText('Your review').getAttribute('aria-invalid')).toBe('true');
    model.next();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Your review')));
  });

  it('take points with Enter, once each, and take them out again', async () => {
    const { ready } = await show('points');
    const points = () => Object.values(ready().drafts)[0]?.pros;
    const field = screen.getByLabelText('What is good (optional)');
    for (const typed of ['Round', 'Round']) {
      fireEvent.input(field, { target: { value: typed } });
      fireEvent.keyDown(field, { key: 'Enter' });
      await settled();
    }
    expect(points()).toEqual(['Heavy in a good way', 'Fits the dishwasher', 'Round']);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove: Round' }));
    await settled();
    expect(points()).toEqual(['Heavy in a good way', 'Fits the dishwasher']);
  });

  it('show the review as others will see it, under the name that is chosen', async () => {
    const { container } = await show('check');
    const preview = container.querySelector('.preview');
    expect(preview?.textContent).toContain('Mara O.');
    fireEvent.click(screen.getByRole('radio', { name: 'Anonymous' }));
    await waitFor(() => expect(preview?.textContent).toContain('Anonymous'));
  });

  it('ask to agree to the terms, and mark a review with a reward', async () => {
    const { container } = await show('check-terms');
    screen.getByText('Please agree to the terms.');
    expect(container.querySelector('.preview')?.textContent).toContain('Received a reward');
  });
});

describe('what was sent', () => {
  it('is thanked for, with what happens next and the code that was promised', async () => {
    await show('done');
    screen.getByText(/reads each review before it is public, good or bad/);
    screen.getByText('THANKS-10');
    screen.getByRole('button', { name: 'Copy: Your code' });
    screen.getByRole('button', { name: 'Review the other item' });
  });

  it('tells why it is not published and what can be done', async () => {
    await show('own-rejected');
    screen.getByText('It is not published: it names people or contact data.');
    screen.getByText('The store says: Please leave out the phone number.');
    screen.getByRole('button', { name: 'Change it' });
  });

  it('is withdrawn after a question', async () => {
    const { of } = await show('own');
    screen.getByText(/The next batch is photographed in daylight/);
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw it' }));
    screen.getByText('Withdraw this review?');
    expect(of('withdraw')).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw it' }));
    await waitFor(() => expect(of('withdraw')).toHaveLength(1));
  });
});

it('reads from right to left in Arabic, with every text translated', async () => {
  const { container } = await show('check', { locale: 'ar', catalogue: ar });
  expect(container.querySelector('.root')?.getAttribute('dir')).toBe('rtl');
  const own = [...container.querySelectorAll('.headline, legend, .button')].map((one) => one.textContent);
  expect(own.join(' ').replace('Stoneware mug', '')).not.toMatch(/[A-Za-z]{4}/);
});

const spoken = Object.keys(sampleStates).filter((name) => name !== 'loading');
it.each(spoken)('leaves no hole in a text of %s', async (name) => {
  const { container } = await show(name);
  expect(container.textContent).not.toMatch(/undefined|\{\w+\}|\[object/);
});
