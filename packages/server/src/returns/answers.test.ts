import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openReturnShop, testPolicy } from './testing/shop.ts';

describeOnBothDatabases('what a return answers with', (open) => {
  it('is in the language asked for, whatever the shopper did', async () => {
    const label = { en: 'I changed my mind', de: 'Doch nicht' };
    const reasons = testPolicy.reasons.map((reason) =>
      reason.code === 'changed_my_mind' ? { ...reason, label } : reason,
    );
    const shop = await openReturnShop(await open(), { ...testPolicy, reasons });
    const { json: filed } = await shop.file(await shop.filing());
    await shop.act(filed.id, 'approve');
    const says = async (path: string, locale: string, json?: object) => {
      const to = `/v1/returns/${filed.id}${path}?locale=${locale}`;
      const answer = await shop.send('POST', to, { key: shop.token, ...(json ? { json } : {}) });
      return answer.json.items[0].reasonLabel;
    };
    expect(await says('/parcel', 'en', { trackingNumber: 'BACK-1' })).toBe(label.en);
    expect(await says('/messages', 'en', { text: 'It is packed.' })).toBe(label.en);
    expect(await says('/messages', 'de', { text: 'Eingepackt.' })).toBe(label.de);
    expect(await says('/cancel', 'en')).toBe(label.en);
    expect(await says('/cancel', 'de')).toBe(label.de);
  });

  it('is counted when it happens, and not how often it was asked for', async () => {
    const backend = await open();
    const shop = await openReturnShop(backend);
    const told = async () => {
      const { returnsDecided, returnsFiled } = backend.context.metrics;
      const [decided, filed] = [await returnsDecided.get(), await returnsFiled.get()];
      const cancelled = decided.values.find(({ labels }) => labels.outcome === 'cancelled')?.value ?? 0;
      return [filed.values.reduce((sum, { value }) => sum + value, 0), cancelled];
    };
    const [filed = 0, cancelled = 0] = await told();
    const filing = await shop.filing();
    const { json } = await shop.file(filing);
    await shop.file(filing);
    for (let time = 0; time < 3; time += 1) {
      await shop.send('POST', `/v1/returns/${json.id}/cancel`, { key: shop.token });
    }
    expect(await told()).toEqual([filed + 1, cancelled + 1]);
  });
});
