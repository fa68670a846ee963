import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdf } from '../testing/pictures.ts';
import { readQrOfPdf, readQrPath } from '../testing/qr-reader.ts';
import { packingSlipPdf } from './packing-slip.ts';
import { qrPath } from './qr.ts';

const shop = {
  name: 'Kontor Nord',
  company: null,
  lines: ['Speicherstraße 12'],
  city: 'Hamburg',
  region: null,
  postcode: '20457',
  country: 'DE',
  phone: null,
  email: null,
};

describe('a reader of QR codes', () => {
  it('reads in a code what was written into it', () => {
    // What staff scan: letters, digits and signs a scanner types.
    const text = fc.stringMatching(/^[ -~]{1,120}$/);
    fc.assert(
      fc.property(text, (written) => {
        expect(readQrPath(qrPath(written))).toBe(written);
      }),
    );
  });

  it.each(['en', 'de', 'ar'])('reads the number of the return on its packing slip (%s)', async (locale) => {
    const slip = await packingSlipPdf({
      storeName: 'Kontor Nord',
      returnNumber: 'R-1001-12',
      orderNumber: '#1001',
      from: null,
      to: shop,
      items: [{ title: 'Mug', variant: 'Blue', quantity: 2 }],
      lastDay: '2026-12-31',
      instructions: 'Please leave the tags on.',
      locale,
      now: new Date('2026-11-24T09:00:00Z'),
    });
    expect(readQrOfPdf(slip)).toBe('R-1001-12');
  });

  it('reads nothing where there is none', () => {
    expect(readQrOfPdf(pdf)).toBeNull();
    expect(readQrPath({ size: 29, path: '' })).toBeNull();
  });
});
