import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  write(
    createLogger('debug', {
      write: (line) => {
        text += line;
      },
    }),
  );
  return text;
}

describe('log', () => {
  it('writes an object a line, with the level and the time in words', () => {
    const line: unknown = JSON.parse(logged((log) => log.info({ orderId: 'ord_1' }, 'read')));
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      orderId: 'ord_1',
      msg: 'read',
    });
  });

  it('holds no credential and no way to reach a shopper, also deeper down', () => {
    const text = logged((log) => {
      log.info({ authorization: 'Bearer sk_SECRET', token: 'SECRET', proof: 'SECRET' }, 'a');
      log.info(
        {
          headers: { cookie: 'SECRET', authorization: 'SECRET' },
          order: { email: 'SECRET', phone: 'SECRET' },
        },
        'b',
      );
      log.info({ a: { b: { email: 'SECRET', secret: 'SECRET' } }, config: { databaseUrl: 'SECRET' } }, 'c');
    });
    expect(text).not.toContain('SECRET');
    expect(text.match(/\[redacted\]/g)?.length).toBe(10);
  });

  it('holds nothing of what PostgreSQL quotes of a row in an error', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint'), {
      detail: 'Key (email_key)=(SECRET@example.com) already exists.',
      where: 'SECRET',
      code: '23505',
    });
    const text = logged((log) => log.error({ err: error }, 'failed'));
    expect(text).not.toContain('SECRET');
    expect(text).toContain('23505');
  });

  it('writes on one line whatever a stranger sent', () => {
    const text = logged((log) => log.info({ topic: 'a\n{"level":"fatal"}\r\u2028' }, 'b'));
    expect(text.trimEnd().split('\n')).toHaveLength(1);
  });
});
