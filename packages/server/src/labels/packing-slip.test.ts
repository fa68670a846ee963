import { describe, expect, it } from 'vitest';
import type { PostalAddress } from './label.ts';
import { type PackingSlip, packingSlipPdf, paperOf } from './packing-slip.ts';
import { packingSlipAdapter } from './packing-slip-adapter.ts';
import { slipTexts } from './packing-slip-texts.ts';
import { postalLines } from './postal-lines.ts';

const shop: PostalAddress = {
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
const mia: PostalAddress = {
  ...shop,
  name: 'Mia',
  lines: ['1 Main St'],
  city: 'Reno',
  region: 'NV',
  postcode: '89501',
  country: 'US',
};
const slip: PackingSlip = {
  storeName: 'Kontor Nord',
  returnNumber: 'R-1001-1',
  orderNumber: '#1001',
  from: mia,
  to: shop,
  items: [{ title: 'Mug', variant: 'Blue', quantity: 2 }],
  lastDay: '2026-12-31',
  instructions: null,
  locale: 'en-US',
  now: new Date('2026-11-24T09:00:00Z'),
};

async function drawn(changes: Partial<PackingSlip> = {}) {
  const bytes = Buffer.from(await packingSlipPdf({ ...slip, ...changes }));
  const text = bytes.toString('latin1');
  return {
    bytes,
    text,
    pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length,
    fonts: [...new Set([...text.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map(([, font]) => font))].sort(),
  };
}

describe('a packing slip', () => {
  it('is a PDF of one page on the paper of the one who prints it', async () => {
    const letter = await drawn();
    expect(letter.text.startsWith('%PDF-1.')).toBe(true);
    expect(letter.pages).toBe(1);
    expect(letter.text).toContain('/MediaBox [0 0 612 792]');
    expect(letter.text).toContain('/Lang (en)');
    const a4 = await drawn({ from: { ...mia, country: 'DE' } });
    expect(a4.text).toContain('/MediaBox [0 0 595.28 841.89]');
    expect([paperOf('MX'), paperOf('GB'), paperOf(undefined)]).toEqual(['LETTER', 'A4', 'A4']);
  });

  it('goes on on further pages when there are many items, and loses none to a long title', async () => {
    const items = Array.from({ length: 60 }, (_, place) => ({
      title: `Item ${place} `.repeat(12),
      variant: 'Blue',
      quantity: 1,
    }));
    expect((await drawn({ items })).pages).toBeGreaterThan(2);
    const word = await drawn({ items: [{ title: 'x'.repeat(500), variant: null, quantity: 999 }] });
    expect(word.pages).toBe(1);
  });

  it('embeds the fonts of the scripts that are in it', async () => {
    expect((await drawn()).fonts).toEqual(['NotoSans-Bold', 'NotoSans-Regular']);
    const { fonts } = await drawn({
      from: { ...mia, name: 'فاطمة', city: 'תל אביב' },
      items: [{ title: 'Кружка', variant: 'कप แก้ว', quantity: 1 }],
    });
    expect(fonts).toEqual([
      'NotoSans-Bold',
      'NotoSans-Regular',
      'NotoSansArabic-Regular',
      'NotoSansHebrew-Regular',
      'NotoSansThai-Regular',
    ]);
  });

  it('is made of whatever a shop and a shopper typed', async () => {
    for (const title of [
      '',
      '   ',
      '\n\n',
      '日本の湯呑み',
      '📦'.repeat(40),
      '\u202e\u0000x',
      '(\\) Tj ET',
      'a\u0301\u0323',
    ]) {
      const { bytes } = await drawn({
        items: [{ title, variant: title, quantity: 1 }],
        storeName: title,
        instructions: title,
      });
      expect(bytes.length).toBeGreaterThan(5_000);
    }
  });

  it('is the same file for the same facts', async () => {
    const one = await drawn();
    const two = await drawn();
    expect(two.bytes.equals(one.bytes)).toBe(true);
  });

  it('has all its texts in every language, each with its placeholders', () => {
    const english = slipTexts('en').texts;
    for (const locale of ['de-AT', 'ar', 'AR-EG']) {
      const { texts, language } = slipTexts(locale);
      expect(language).toBe(locale.slice(0, 2).toLowerCase());
      for (const [key, text] of Object.entries(english)) {
        const other = texts[key as keyof typeof texts];
        expect(other.match(/\{\w+\}/g)?.sort(), key).toEqual(text.match(/\{\w+\}/g)?.sort());
        expect(other).not.toBe(text);
      }
    }
    expect(slipTexts('xx').language).toBe('en');
  });

  it('is the label of a shop without an account', async () => {
    const { name, create } = packingSlipAdapter(slip);
    expect(name).toBe('packing_slip');
    const label = await create(
      { ...slip, items: [], from: mia, parcel: null, currency: 'EUR' },
      new AbortController().signal,
    );
    expect(label).toMatchObject({ qr: 'R-1001-1', providerId: 'R-1001-1', cost: null, trackingNumber: null });
    expect(Buffer.from(label.pdf ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});

it('writes addresses as their countries do', () => {
  expect(postalLines(mia, 'de')).toEqual(['Mia', '1 Main St', 'Reno, NV 89501', 'Vereinigte Staaten']);
  expect(postalLines(shop, 'en')).toEqual(['Kontor Nord', 'Speicherstraße 12', '20457 Hamburg', 'Germany']);
  expect(postalLines({ ...shop, country: 'GB', postcode: 'SW1A 1AA', city: 'London' }, 'en')).toEqual([
    'Kontor Nord',
    'Speicherstraße 12',
    'London',
    'SW1A 1AA',
    'United Kingdom',
  ]);
  expect(postalLines({ ...shop, country: 'not a country' }, 'en').at(-1)).toBe('not a country');
});
