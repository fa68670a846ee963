import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CreatedStore } from '../stores/create-store.ts';
import { apiOf, putOrder } from '../testing/api.ts';
import { emptyPostgres } from '../testing/databases.ts';
import type { Io } from './io.ts';
import { runCli } from './run.ts';
import { withContext } from './with-context.ts';

let env: Record<string, string>;
let code: string;

const ioOf = (write: (stream: 'out' | 'err', text: string) => void): Io => ({
  env,
  out: (text) => write('out', text),
  err: (text) => write('err', text),
  readInput: () => Promise.resolve(''),
  watched: false,
  ending: new AbortController().signal,
});

async function run(...args: string[]) {
  const told = { out: '', err: '' };
  const io = ioOf((stream, text) => {
    told[stream] += text;
  });
  const exit = await runCli(args, io);
  return { exit, ...told };
}

/** An order of two mugs a month ago, of which one is registered. */
beforeAll(async () => {
  env = {
    DATABASE_URL: await emptyPostgres(),
    POSTLUDE_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    PUBLIC_URL: 'https://post.example.com',
  };
  const { out } = await run('store', 'create', '--name', 'Kontor', '--json');
  const shop: CreatedStore = JSON.parse(out);
  await withContext(
    ioOf(() => {}),
    { json: true },
    async (context) => {
      const send = apiOf(context);
      const placedAt = new Date(Date.now() - 30 * 86_400_000).toISOString();
      const { order, proof } = await putOrder(send, shop, { placedAt });
      const session = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
        json: { by: 'proof', order: '1001', proof },
      });
      const key = session.json.token;
      const { json } = await send('GET', `/v1/orders/${order.id}/passports`, { key });
      const items = [{ passportId: json.items[0].passport.id }];
      const consents = { safety: true, marketing: false };
      const registered = await send('POST', `/v1/orders/${order.id}/registrations`, {
        key,
        json: { items, consents },
      });
      code = registered.json.items[0].passport.registration.code;
    },
  );
});

describe('postlude registration', () => {
  it('lists what is registered, and shows one with what can be done', async () => {
    const list = await run('registration', 'list', '--status', 'registered');
    expect(list).toMatchObject({ exit: 0, err: '' });
    expect(list.out).toContain(code);
    const shown = await run('registration', 'show', code.toLowerCase());
    expect(shown.err).toBe('');
    expect(shown.out).toContain('Ada@Example.com');
    expect(shown.out).toContain('correct, void');
  });

  it('ends a registration with a reason, and takes that back', async () => {
    const ended = await run('registration', 'void', code, '--code', 'duplicate', '--by', 'Mia', '--json');
    expect(JSON.parse(ended.out)).toMatchObject({
      passport: { registration: { status: 'void', rejected: { code: 'duplicate' } } },
      audit: [{ action: 'register' }, { action: 'void', by: 'Mia' }],
    });
    expect((await run('registration', 'undo', code)).out).toContain('registered');
    const again = await run('registration', 'reject', code, '--code', 'duplicate');
    expect(again.exit).toBe(1);
    expect(again.err).toContain('is registered: reject is not possible');
  });

  it('says what is not understood and what is not there', async () => {
    expect((await run('registration', 'void', code)).exit).toBe(2);
    expect((await run('registration', 'correct', code, '--purchased-on', '2026-02-30')).exit).toBe(2);
    expect((await run('registration', 'show', '2222-2222-2222')).err).toContain('There is no registration');
  });
});
