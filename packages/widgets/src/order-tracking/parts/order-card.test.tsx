import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleOrders } from '../sample-orders.ts';
import { order, shipment } from '../samples.ts';
import { settle } from '../testing.ts';
import { headline, ready, show } from '../testing-view.tsx';

afterEach(cleanup);

describe('an order', () => {
  it('shows its things before anything is shipped', () => {
    show(ready('preparing'));
    expect(screen.getByText('Linen kitchen towel')).toBeTruthy();
    expect(screen.getByText('Ordered: now')).toBeTruthy();
  });

  it('tells the ways to the store', () => {
    show(ready('arrives-on'));
    expect(screen.getByRole('link', { name: 'Report a problem' }).getAttribute('href')).toMatch(
      /^mailto:help@/,
    );
    expect(screen.getByRole('link', { name: /Call/ }).getAttribute('href')).toBe('tel:+49301234567');
    expect(screen.getByRole('link', { name: 'Contact the store' }).getAttribute('href')).toBe(
      'https://shop.example/contact',
    );
  });

  it('offers another order only to who looked this one up', () => {
    show(ready('arrives-on'));
    expect(screen.queryByRole('button', { name: 'Find another order' })).toBeNull();
    cleanup();
    show(ready('arrives-on', { foundBy: 'lookup' }));
    fireEvent.click(screen.getByRole('button', { name: 'Find another order' }));
    expect(headline()).toBe('Track your order');
  });

  it('says that it is offline and how old the news is', async () => {
    show(ready('arrives-on', { offline: true, stale: true }));
    expect(screen.getByText('You are offline.')).toBeTruthy();
    expect(screen.getByText('Last news 15:42')).toBeTruthy();
  });

  it('lets the shopper fetch stale news again', () => {
    const { read } = show(
      ready('arrives-on', { stale: true, order: order([shipment()], { refreshAfter: null }) }),
    );
    expect(screen.getByText('We could not fetch the latest news.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(read).toHaveLength(1);
  });
});

describe('news', () => {
  it('is said politely, in a region that was there before', async () => {
    const { world, read } = show(ready('three-parcels'));
    const region = screen.getByRole('status');
    expect(region.textContent).toBe('');
    const before = sampleOrders['three-parcels'];
    await world.pass(120_000);
    await read[0]?.answer({
      state: 'fresh',
      etag: null,
      order: {
        ...before,
        shipments: before.shipments.map((parcel, index) =>
          index === 1
            ? {
                ...parcel,
                status: 'out_for_delivery',
                headline: { ...parcel.headline, code: 'out_for_delivery' },
              }
            : parcel,
        ),
      },
    });
    await settle();
    expect(screen.getByRole('status')).toBe(region);
    await vi.waitFor(() => expect(region.textContent).toBe('Parcel 2 of 3: Out for delivery.'));
  });

  it('keeps the focus and what was opened', async () => {
    const { world, read } = show(ready('arrives-on'));
    const button = screen.getByRole('button', { name: 'All 5 updates' });
    button.focus();
    fireEvent.click(button);
    await world.pass(120_000);
    await read[0]?.answer({ state: 'fresh', etag: null, order: { ...sampleOrders['arrives-on'] } });
    await settle();
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });
});
