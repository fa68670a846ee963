import { expect, it } from 'vitest';
import type { Database } from '../db/database.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { createStoreDirectory, directoryTtl } from './directory.ts';
import { rotateKey } from './keys.ts';
import { updateStore } from './update-store.ts';

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

  it('ends a leaked key within the directory’s few seconds', async () => {
    const { context, clock, newStore } = await open();
    const { store, secretKey } = await newStore();
    await context.stores.bySecretKey(secretKey);
    await rotateKey(context, store.id, 'secret', null);
    clock.advance(directoryTtl);
    expect(await context.stores.bySecretKey(secretKey)).toBeNull();
  });

  it('accepts proofs of the old embed secret during the grace period', async () => {
    const { context, clock, newStore } = await open();
    const { store, embedSecret } = await newStore();
    const next = await rotateKey(context, store.id, 'embed', new Date(clock.now().getTime() + 60_000));
    expect(await context.stores.embedSecrets(store.id)).toEqual([next, embedSecret]);
    clock.advance(60_001);
    expect(await context.stores.embedSecrets(store.id)).toEqual([next]);
  });

  it('shows the new publishable key and goes on knowing the old one', async () => {
    const { context, clock, newStore } = await open();
    const { store } = await newStore();
    const next = await rotateKey(context, store.id, 'publishable', new Date(clock.now().getTime() + 60_000));
    expect((await context.stores.byPublishableKey(store.publishableKey))?.publishableKey).toBe(next);
    expect((await context.stores.byId(store.id))?.publishableKey).toBe(next);
  });

  it('changes what is told and keeps the rest, inside the contact too', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore({ contact: { email: 'a@example.com', phone: '1', url: null } });
    const changed = await context.db.withStore(store.id, (tx) =>
      updateStore(tx, store.id, { name: 'New', contact: { phone: null } }, new Date()),
    );
    expect(changed).toEqual({
      ...store,
      name: 'New',
      contact: { email: 'a@example.com', phone: null, url: null },
    });
    expect(await context.db.withStore(store.id, (tx) => updateStore(tx, store.id, {}, new Date()))).toEqual(
      changed,
    );
  });

  it('asks the database once for many that ask at the same time', async () => {
    const { context, clock, newStore } = await open();
    const { store } = await newStore();
    let transactions = 0;
    const counted: Database = {
      ...context.db,
      withSystem: (work) => {
        transactions += 1;
        return context.db.withSystem(work);
      },
    };
    const directory = createStoreDirectory({ db: counted, secrets: context.secrets, clock });
    await Promise.all(Array.from({ length: 50 }, () => directory.byPublishableKey(store.publishableKey)));
    expect(transactions).toBe(1);
    await directory.byPublishableKey(`pk_${'a'.repeat(32)}`);
    await directory.byPublishableKey(`pk_${'a'.repeat(32)}`);
    expect(transactions).toBe(3);
  });

  it('does not remember a failure', async () => {
    const { context, clock, newStore } = await open();
    const { store } = await newStore();
    let broken = true;
    const flaky: Database = {
      ...context.db,
      withSystem: (work) => (broken ? Promise.reject(new Error('away')) : context.db.withSystem(work)),
    };
    const directory = createStoreDirectory({ db: flaky, secrets: context.secrets, clock });
    await expect(directory.byPublishableKey(store.publishableKey)).rejects.toThrow('away');
    broken = false;
    expect((await directory.byPublishableKey(store.publishableKey))?.id).toBe(store.id);
  });
});
