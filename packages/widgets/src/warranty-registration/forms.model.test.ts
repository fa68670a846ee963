import { describe, expect, it } from 'vitest';
import { sampleLines } from '../order-tracking/samples.ts';
import { entry, passport, passportList, registered, serialAsked } from './samples.ts';
import { opened, problem, sampleSession, settled, start } from './testing.ts';

const { mug, lamp } = sampleLines;
const product = {
  productId: 'p1',
  variantId: null,
  title: 'Oak desk lamp',
  variant: null,
  imageUrl: null,
  gtin: '04006381333931',
};
const outside = entry(passport(lamp, { origin: 'elsewhere' }), { serial: serialAsked });
const fresh = (list: unknown) => ({ state: 'fresh', list, etag: null });

/** A form with the product found. */
async function withProduct() {
  const widget = start();
  widget.model.tellElsewhere();
  widget.model.setQuery('lamp');
  await settled();
  await widget.world.pass(400);
  await widget.last('find').answer([product]);
  widget.model.choose(product);
  await settled();
  return widget;
}

/** The same, with all that is asked typed in. */
async function complete() {
  const widget = await withProduct();
  widget.model.next();
  await settled();
  widget.model.setPurchase({
    purchasedOn: '2026-10-01',
    about: true,
    where: ' Lamp market ',
    country: 'SE',
    email: ' ada@example.com ',
  });
  await settled();
  widget.model.next();
  await settled();
  return widget;
}

describe('something bought elsewhere', () => {
  it('is looked for when typing rests, once', async () => {
    const widget = start();
    widget.model.tellElsewhere();
    widget.model.setQuery('la');
    widget.model.setQuery('lamp');
    await settled();
    expect(widget.elsewhere().search.state).toBe('searching');
    await widget.world.pass(400);
    expect(widget.of('find').map(({ values }) => values[0])).toEqual(['lamp']);
    await widget.last('find').answer([product]);
    expect(widget.elsewhere()).toMatchObject({ product: null, search: { state: 'found' } });
    expect(widget.model.news.value).toEqual({ code: 'found' });
  });

  it('is chosen by a code, whose serial number is kept for later', async () => {
    const widget = start();
    widget.model.tellElsewhere();
    widget.model.scanned('https://id.example/01/04006381333931/21/SN1234AB');
    await settled();
    expect(widget.elsewhere()).toMatchObject({ query: '04006381333931', serial: 'SN1234AB' });
    await widget.world.pass(400);
    await widget.last('find').answer([product]);
    expect(widget.elsewhere().product).toEqual(product);
  });

  it('asks for the product before it goes on', async () => {
    const widget = start();
    widget.model.tellElsewhere();
    widget.model.next();
    await settled();
    expect(widget.elsewhere()).toMatchObject({ step: 'product', mistakes: { product: 'missing' } });
  });

  it('says what is missing of the purchase, and what cannot be', async () => {
    const widget = await withProduct();
    widget.model.next();
    await settled();
    widget.model.next();
    await settled();
    expect(widget.elsewhere().mistakes).toEqual({
      purchasedOn: 'missing',
      where: 'missing',
      email: 'missing',
    });
    widget.model.setPurchase({ purchasedOn: '2027-01-01', where: 'There', email: 'ada' });
    widget.model.next();
    await settled();
    expect(widget.elsewhere().mistakes).toEqual({ purchasedOn: 'future', email: 'invalid' });
    expect(widget.of('tellOutside')).toHaveLength(0);
  });

  it('opens a session of its own, and goes on with the item and the number that was scanned', async () => {
    const widget = await complete();
    expect(widget.last('tellOutside').values[0]).toEqual({
      productId: 'p1',
      variantId: null,
      quantity: 1,
      purchasedOn: '2026-10-01',
      about: true,
      where: 'Lamp market',
      country: 'SE',
      email: 'ada@example.com',
      name: null,
    });
    await widget.last('tellOutside').answer(sampleSession('2'));
    expect(widget.last('list').values[0]).toMatchObject({ orderId: `ord_${'2'.repeat(32)}` });
    await widget.last('list').answer(fresh(passportList([outside])));
    expect(widget.ready()).toMatchObject({ origin: 'elsewhere', screen: 'items' });
  });

  it('says at its field that the day is impossible, and keeps everything', async () => {
    const widget = await complete();
    await widget.last('tellOutside').fail(problem('date_impossible'));
    expect(widget.elsewhere()).toMatchObject({
      step: 'purchase',
      mistakes: { purchasedOn: 'invalid' },
      trouble: null,
      values: { email: ' ada@example.com ' },
    });
  });

  it('says once more that the store does not take it', async () => {
    const widget = await complete();
    await widget.last('tellOutside').fail(problem('not_found'));
    expect(widget.elsewhere().trouble).toMatchObject({ code: 'not_found' });
    expect(widget.events.at(-1)).toMatchObject({ type: 'error', code: 'not_found' });
  });
});

describe('a proof of purchase', () => {
  const file = (start_: string): Blob => new Blob([start_], { type: 'x/y' });

  it('is sent, a PDF as it is, and goes with the registration', async () => {
    let prepared = 0;
    const widget = await opened(passportList([outside]), {
      preparePhoto: async (given) => {
        prepared++;
        return { file: given, preview: null };
      },
    });
    widget.model.addProof([file('%PDF-1.7 …')]);
    await settled();
    await expect.poll(() => widget.of('upload').length).toBe(1);
    expect(prepared).toBe(0);
    await widget.last('upload').answer({ id: 'upl_1' });
    widget.model.setSerial(outside.passport.id, 'SN-1234-AB');
    widget.model.register();
    await settled();
    expect(widget.last('register').values[1]).toMatchObject({ proof: ['upl_1'] });
  });

  it('is asked for where the store demands one', async () => {
    const widget = await opened(passportList([outside]));
    widget.model.setSerial(outside.passport.id, 'SN-1234-AB');
    widget.model.register();
    await settled();
    expect(widget.ready().mistakes).toEqual({ proof: 'missing' });
    expect(widget.of('register')).toHaveLength(0);
  });
});

describe('serial numbers of several units', () => {
  it('go to the units in order, none twice', async () => {
    const units = [1, 2, 3].map((unit) => entry(passport(mug, { unit, units: 3 }), { serial: serialAsked }));
    const widget = await opened(passportList(units));
    const placed = await widget.model.pasteSerials('sn1234ab\nSN-1234-AB\n\nSN-5678-CD');
    expect(placed).toBe(2);
    expect(Object.values(widget.ready().serials)).toEqual(['SN-1234-AB', 'SN-5678-CD']);
  });
});

describe('handing over', () => {
  const mine = registered(lamp);
  const { id } = mine.passport;

  it('makes a code, shows it, and takes it back', async () => {
    const widget = await opened(passportList([mine]));
    widget.model.open(id);
    widget.model.startTransfer(id);
    await settled();
    await widget.last('startTransfer').answer({
      id: 'trf_1',
      code: 'ABCD-EFGH',
      expiresAt: '2026-12-08T15:00:00.000Z',
    });
    expect(widget.ready().list.items[0]?.passport.transfer).toMatchObject({ code: 'ABCD-EFGH' });
    widget.model.cancelTransfer(id);
    await settled();
    await widget.last('cancelTransfer').answer({ ...mine.passport, transfer: null });
    expect(widget.ready().list.items[0]?.passport.transfer).toBeNull();
    expect(widget.events.slice(-2)).toEqual([
      { type: 'transfer-started', passportId: id },
      { type: 'transfer-cancelled', passportId: id },
    ]);
  });

  it('takes over with a code, and tells the page no name', async () => {
    const widget = start();
    widget.model.takeOver();
    widget.model.confirmTakeOver();
    await settled();
    expect(widget.takeover().mistakes).toEqual({ code: 'missing', email: 'missing' });
    widget.model.setTakeOver({ code: ' abcd efgh ', email: 'mia@example.com', name: 'Mia' });
    widget.model.confirmTakeOver();
    await settled();
    expect(widget.last('takeOver').values[0]).toEqual({
      code: 'abcd efgh',
      email: 'mia@example.com',
      name: 'Mia',
      consents: { safety: false, marketing: false },
    });
    await widget.last('takeOver').fail(problem('transfer_code_invalid'));
    expect(widget.takeover().trouble).toMatchObject({ code: 'transfer_code_invalid' });
    widget.model.confirmTakeOver();
    await settled();
    await widget.last('takeOver').answer(sampleSession('3'));
    await widget.last('list').answer(fresh(passportList([mine])));
    expect(widget.ready().origin).toBe('transferred');
    expect(JSON.stringify(widget.events)).not.toMatch(/Mia|mia@/);
  });

  it('changes one choice and leaves the other', async () => {
    const widget = await opened(passportList([mine]));
    widget.model.changeConsents(id, { safety: true, marketing: true });
    await settled();
    expect(widget.last('consents').values.slice(1, 3)).toEqual([id, { safety: true, marketing: true }]);
    await widget.last('consents').answer(mine.passport);
    expect(widget.model.news.value).toEqual({ code: 'saved' });
  });
});
