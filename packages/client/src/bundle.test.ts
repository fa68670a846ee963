import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { brotli, withEsbuild, withRollup } from './testing/bundle.ts';
import { session } from './testing/samples.ts';

const everything = `export * from './index.ts';`;
const card = `export { createTransport, getOrder, openSession } from './index.ts';`;

let bundles: { esbuild: string; rollup: string };
beforeAll(async () => {
  bundles = { esbuild: await withEsbuild(card), rollup: await withRollup(card) };
});

/** With POSTLUDE_SIZES=1 the sizes are printed. */
function report(what: string, code: string) {
  if (process.env.POSTLUDE_SIZES) console.log(`${what}: ${code.length} B minified, ${brotli(code)} B brotli`);
}

describe('what a bundle carries', () => {
  it('is nothing when nothing is used', async () => {
    expect(await withEsbuild(`import './index.ts'; import './errors.ts';`)).toBe('');
  });

  it('is no staff call, unless the staff entry is imported', async () => {
    for (const bundle of [withEsbuild, withRollup]) {
      const code = await bundle(everything);
      report(`everything of a storefront, ${bundle.name}`, code);
      expect(code).toContain('/v1/sessions');
      expect(code).not.toContain('staff');
      expect(code).not.toContain('sk_');
    }
    expect(await withEsbuild(`export * from './staff.ts';`)).toContain('/v1/staff');
  });

  it('is only the endpoints that are called', () => {
    for (const [bundler, code] of Object.entries(bundles)) {
      report(`a session and its order, ${bundler}`, code);
      expect(code).toContain('/v1/sessions');
      expect(code).toContain('/v1/orders/{orderId}');
      expect(code).not.toContain('parcel-delivery');
      expect(code).not.toContain('/v1/store');
      expect(code).not.toContain('/v1/webhooks');
    }
  });

  it('holds no texts of the documentation and no request schema when rollup makes it', () => {
    expect(bundles.rollup).not.toContain('preflight');
    expect(bundles.rollup).not.toContain('lookup_locked');
    expect(bundles.rollup).not.toContain('discriminator');
  });

  it('stays light enough for a phone', async () => {
    expect(brotli(bundles.rollup)).toBeLessThan(14_000);
    const errors = await withRollup(`export * from './errors.ts';`);
    report('the errors', errors);
    expect(brotli(errors)).toBeLessThan(700);
    expect(errors).not.toContain('fetch');
  });
});

describe('the bundled client', () => {
  it('runs where there is no page, no process and no Node, as in a worker', async () => {
    const code = await withEsbuild(everything, 'iife');
    const { fetch, Request, Response, Headers, URL, URLSearchParams, AbortController, AbortSignal } =
      globalThis;
    const worker = {
      Request,
      Response,
      Headers,
      URL,
      URLSearchParams,
      AbortController,
      AbortSignal,
      TextEncoder,
    };
    const timers = { setTimeout, clearTimeout, queueMicrotask, ReadableStream };
    const sent: string[] = [];
    const answer: typeof fetch = async (input) => {
      sent.push(input instanceof Request ? input.url : String(input));
      return new Response(JSON.stringify(session), { status: 201 });
    };
    const result: Promise<unknown> = runInNewContext(
      `${code};
      client.createClient({ store: 'pk_1', baseUrl: 'https://postlude.example' })
        .sessions.open({ by: 'lookup', order: '1001', contact: '10115' });`,
      { ...worker, ...timers, fetch: answer },
    );
    await expect(result).resolves.toMatchObject({ token: session.token });
    expect(sent).toEqual(['https://postlude.example/v1/sessions?store=pk_1']);
  });
});
