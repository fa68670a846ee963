import { cleanup, fireEvent, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue as ar } from '../locales/ar.ts';
import { catalogue as de } from '../locales/de.ts';
import { type SampleOrder, sampleOrders } from './sample-orders.ts';
import { order, shipment } from './samples.ts';
import { headline, ready, show } from './testing-view.tsx';

afterEach(cleanup);

describe('the one sentence that matters', () => {
  it.each<[SampleOrder, string | RegExp]>([
    ['preparing', 'Getting your order ready'],
    ['cancelled', 'Cancelled'],
    ['label-created', 'Packed and waiting for the carrier'],
    ['in-transit', 'On its way'],
    ['arrives-on', 'Arrives Thursday, 26 November'],
    ['arrives-between', /^Arrives Thursday, 26 November\s–\sSaturday, 28 November$/],
    ['arrives-next-year', /^Arrives Tuesday, 5 January 2027$/],
    ['arrives-tomorrow', 'Arrives tomorrow'],
    ['out-for-delivery', 'Out for delivery'],
    ['delivered', 'Delivered Tuesday, 24 November'],
    ['pickup', 'Ready to collect until Tuesday, 1 December'],
    ['attempt-failed', 'The delivery did not work out'],
    ['delayed', 'Delayed, now expected Thursday, 26 November'],
    ['late', '2 days late'],
    ['stalled', 'No news for 6 days'],
    ['action-required', 'Waiting for you until Friday, 27 November'],
    ['held', 'On hold'],
    ['returning', 'On its way back to the store'],
    ['returned', 'Back at the store'],
    ['lost', 'Lost on the way'],
    ['damaged', 'Damaged on the way'],
    ['exception', 'Something went wrong on the way'],
    ['expired', 'No more news from the carrier'],
    ['three-parcels', 'Waiting for you until Friday, 27 November'],
    ['newer-server', 'On its way'],
  ])('of %s', (name, sentence) => {
    show(ready(name));
    expect(headline()).toMatch(sentence);
  });

  it('is one even for a span that begins and ends on one day', () => {
    const parcel = shipment({
      headline: {
        code: 'arrives_between',
        date: '2026-11-26',
        until: '2026-11-26',
        days: null,
        tone: 'progress',
      },
    });
    show(ready('arrives-on', { order: order([parcel]) }));
    expect(headline()).toBe('Arrives Thursday, 26 November');
  });

  it('does without facts the server left out', () => {
    const bare = { date: null, until: null, days: null, tone: 'progress' } as const;
    for (const [code, sentence] of [
      ['arrives_on', 'On its way'],
      ['late', 'Later than promised'],
      ['stalled', 'No news for a while'],
      ['delivered', 'Delivered'],
    ] as const) {
      show(ready('arrives-on', { order: order([shipment({ headline: { code, ...bare } })]) }));
      expect(headline()).toBe(sentence);
      cleanup();
    }
  });
});

describe('languages', () => {
  it('speaks German', () => {
    show(ready('late'), { catalogue: de, locale: 'de_AT' });
    expect(headline()).toBe('2 Tage verspätet');
    expect(document.querySelector('.root')?.getAttribute('lang')).toBe('de-AT');
  });

  it('speaks Arabic from right to left, with codes from left to right', () => {
    const { container } = show(ready('late'), { catalogue: ar, locale: 'ar' });
    expect(headline()).toBe('متأخر يومين');
    expect(container.querySelector('.root')?.getAttribute('dir')).toBe('rtl');
    expect(screen.getByText('00340434161094042557').getAttribute('dir')).toBe('ltr');
  });

  it.each(['', 'x', 'de_DE', 'english', 'zz-ZZ', 'fr'])(
    'speaks English where the page asks for %j without texts',
    (locale) => {
      show(ready('arrives-on'), { locale, timeZone: 'Nowhere/Land' });
      expect(headline()).toBe('Arrives Thursday, November 26');
      expect(document.querySelector('.root')?.getAttribute('lang')).toBe('en');
    },
  );

  it('uses the store’s own words', () => {
    show(ready('arrives-on'), { messages: { 'headline.arrives_on.date': 'See you on {date}!' } });
    expect(headline()).toBe('See you on Thursday, 26 November!');
  });
});

describe('hostile input', () => {
  it('is shown as text and makes no link', () => {
    const parcel = shipment({
      carrier: { code: null, name: '<img src=x onerror=alert(1)>' },
      trackingUrl: 'javascript:alert(1)',
      trackingNumber: '"><script>alert(1)</script>',
      actionRequired: { action: 'pay', url: 'javascript:alert(1)', until: 'soon' },
      proof: {
        at: '',
        localTime: '',
        offset: null,
        signedBy: '<b>x</b>',
        leftAt: null,
        photoUrl: 'javascript:alert(1)',
      },
    });
    const { container } = show(ready('arrives-on', { order: order([parcel]) }));
    expect(container.querySelector('script, [onerror]')).toBeNull();
    for (const link of container.querySelectorAll('a'))
      expect(link.protocol).toMatch(/^(https|mailto|tel):$/);
    expect(screen.getByText('"><script>alert(1)</script>')).toBeTruthy();
  });

  it('that breaks the card while rendering leaves a way on, and is reported', async () => {
    const report = vi.fn();
    const broken = { ...sampleOrders['arrives-on'], lines: null } as never;
    show(ready('arrives-on', { order: broken }), { report });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(report).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Find my order' }));
    await vi.waitFor(() => expect(headline()).toBe('Track your order'));
  });
});

describe('every state', () => {
  it.each<SampleOrder>(['three-parcels', 'pickup', 'delayed'])(
    '%s has nothing axe objects to',
    async (name) => {
      const { container } = show(ready(name));
      // Colours and sizes need a real browser; the harness looks at those.
      const { violations } = await axe.run(container, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)).toEqual([]);
    },
  );

  it('has no text beside an element that may come and go, so that page translation cannot break it', () => {
    for (const name of Object.keys(sampleOrders) as SampleOrder[]) {
      const { container } = show(ready(name));
      for (const element of container.querySelectorAll('*')) {
        const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
        if (words) expect(element.childElementCount, element.outerHTML).toBe(0);
      }
      cleanup();
    }
  });
});
