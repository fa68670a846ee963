import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { rotateKey } from './keys.ts';

describeOnBothDatabases('stores', (open) => {
  it('is found by each of its keys', async () => {
    const { context, newStore } = await open();
    const { store, secretKey, embedSecret } = await newStore();
    expect(await context.stores.byPublishableKey(store.publishableKey)).toEqual(store);
    expect(await context.stores.bySecretKey(secretKey)).toEqual(store);
    expect(await context.stores.byId(store.id)).toEqual(store);
    expect(await context.stores.embedSecrets(store.id)).toEqual([embedSecret]);
  });

  it('is not found by an unknown key or by a key of the wrong kind', async () => {
    const { context, newStore } = await open();
    const { store, secretKey } = await newStore();
    for (const key of ['', 'pk_', `pk_${'0'.repeat(32)}`, secretKey, store.id]) {
      expect(await context.stores.byPublishableKey(key)).toBeNull();
    }
    expect(await context.stores.bySecretKey(store.publishableKey)).toBeNull();
  });

  it('keeps the old secret key for the grace period and no longer', async () => {
    const { context, clock, newStore } = await open();
    const { store, secretKey } = await newStore();
    const next = await rotateKey(context, store.id, 'secret', new Date(clock.now().getTime() + 3_600_000));
    expect((await context.stores.bySecretKey(secretKey))?.id).toBe(store.id);
    expect((await context.stores.bySecretKey(next))?.id).toBe(store.id);
    clock.advance(3_600_001);
    expect(await context.stores.bySecretKey(secretKey)).toBeNull();
    expect((await context.stores.bySecretKey(next))?.id).toBe(store.id);
  });
});
