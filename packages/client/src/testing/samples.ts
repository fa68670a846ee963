import type { Order, Session } from '@postlude/contract';

const id = (digit: string) => digit.repeat(32);

/** An order as a server answers it. */
export const order: Order = {
  id: `ord_${id('1')}`,
  number: '1001',
  placedAt: '2026-11-20T09:30:00.000Z',
  status: 'shipped',
  headline: { code: 'arrives_on', date: '2026-11-26', until: null, days: null, tone: 'progress' },
  total: { amount: 4990, currency: 'EUR' },
  destination: { city: 'Berlin', country: 'DE' },
  lines: [
    {
      id: `lin_${id('2')}`,
      title: 'Teapot',
      variant: null,
      quantity: 1,
      removed: 0,
      imageUrl: null,
      productUrl: null,
    },
  ],
  shipments: [],
  unshipped: [{ lineId: `lin_${id('2')}`, quantity: 1 }],
  store: {
    name: 'Kiln & Co',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    contact: { email: 'hello@kiln.example', phone: null, url: null },
  },
  refreshAfter: 60,
};

/** A session as a server answers it. */
export const session: Session = { token: 'tok_1', expiresAt: '2026-11-22T13:00:00.000Z', order };
