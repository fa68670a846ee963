import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, root } from './support/built.ts';

const run = promisify(execFile);
const names = ['contract', 'client', 'widgets', 'embed', 'server'] as const;
type Target = string | { readonly types: string; readonly default: string };
const doors: { name: string; door: string; types: string; file: string }[] = [];

beforeAll(async () => {
  await ensureBuilt();
  for (const name of names) {
    const { exports } = JSON.parse(await readFile(path.join(root, 'packages', name, 'package.json'), 'utf8'));
    for (const [door, target] of Object.entries(exports as Record<string, Target>)) {
      if (typeof target === 'string') continue;
      for (const star of door.includes('*') ? ['de', 'ar', 'order-tracking/de', 'returns/ar'] : ['']) {
        doors.push({
          name,
          door: `@postlude/${name}${door.slice(1)}`.replace('*', star),
          types: target.types.replace('*', star),
          file: target.default.replace('*', star),
        });
      }
    }
  }
});

describe('the packages, as they are built', () => {
  it('have a file and its types behind every door', () => {
    expect(doors.length).toBeGreaterThanOrEqual(14);
    const missing = doors.flatMap(({ name, types, file }) =>
      [types, file]
        .map((one) => path.join('packages', name, one))
        .filter((one) => !existsSync(path.join(root, one))),
    );
    expect(missing).toEqual([]);
  });

  it('can be imported where there is no page: no error, no global, no timer, no request', async () => {
    const specifiers = doors.filter(({ name }) => name !== 'server').map(({ door }) => door);
    const program = `
      const before = Object.getOwnPropertyNames(globalThis);
      globalThis.fetch = () => { throw new Error('asked for something') };
      for (const door of ${JSON.stringify(specifiers)}) await import(door);
      const { defineElements } = await import('@postlude/embed');
      defineElements({ store: 'pk_x', api: 'https://example.com' });
      // zod shares its registry with every other zod of the process, by these two names.
      const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name) && !/^__zod_global(Config|Registry)$/.test(name));
      const busy = process.getActiveResourcesInfo().filter((kind) => /Timeout|Immediate|TCP/.test(kind));
      console.log(JSON.stringify({ added, busy }));`;
    const file = path.join(root, 'packages/embed/dist/inert.mjs');
    await writeFile(file, program);
    try {
      const { stdout } = await run(process.execPath, [file], { timeout: 30_000 });
      expect(JSON.parse(stdout)).toEqual({ added: [], busy: [] });
    } finally {
      await rm(file);
    }
  });

  it('and so can the server, without a database or a port being opened', async () => {
    const program = `await import('@postlude/server'); console.log(JSON.stringify(process.getActiveResourcesInfo().filter((kind) => /Timeout|TCP/.test(kind))))`;
    const file = path.join(root, 'packages/server/dist/inert.mjs');
    await writeFile(file, program);
    try {
      const { stdout } = await run(process.execPath, [file], { timeout: 30_000 });
      expect(JSON.parse(stdout)).toEqual([]);
    } finally {
      await rm(file);
    }
  });

  it('type a program that uses them, in a project of its own', async () => {
    const program = `
      import { createClient } from '@postlude/client';
      import { isProblem } from '@postlude/client/errors';
      import type { Order } from '@postlude/contract';
      import { defineElements, type PostludeEventMap, reserveCss } from '@postlude/embed';
      import { catalogue } from '@postlude/widgets/locales/de';
      import { createOrderTrackingModel, OrderTracking } from '@postlude/widgets/order-tracking';
      import { clientSource } from '@postlude/widgets/order-tracking/client-source';

      defineElements({ store: 'pk_x', api: 'https://example.com', theme: 'dark' });
      const element = document.createElement('postlude-order-tracking');
      element.order = '1001';
      element.theme = 'host';
      // @ts-expect-error a theme there is none of
      element.theme = 'pink';
      element.addEventListener('postlude:status-changed', ({ detail }) => detail.to.toUpperCase());
      document.querySelector('postlude-order-tracking')?.refresh();
      const returns = document.createElement('postlude-returns');
      returns.gift = 'ABCD';
      returns.addEventListener('postlude:return-filed', ({ detail }) => detail.resolutions.join());
      document.querySelector('postlude-withdrawal')?.refresh();
      document.querySelector('postlude-warranty-registration')?.addEventListener('postlude:item-registered', ({ detail }) => detail.status.toUpperCase());
      type Shown = PostludeEventMap['postlude:order-shown'];
      export const status = (event: Shown): Order['status'] => event.detail.status;
      export const text: string = reserveCss + catalogue.language;
      export const client = createClient({ store: 'pk_x', baseUrl: 'https://example.com' });
      export { clientSource, createOrderTrackingModel, isProblem };
      export const page = <main><postlude-order-tracking order="1" proof="2" parcels={2} class="mine" /><postlude-returns order="1" gift="x" /><OrderTracking model={null as never} /></main>;
      window.Postlude = { store: 'pk_x', queue: [(postlude) => postlude.configure({ theme: 'auto' })] };
    `;
    expect(await compile('consumer', 'preact', program)).toBe('');
  });

  it('type the tags in React’s JSX, where React’s own types are', async () => {
    const program = `
      import type { PostludeReturnsElement } from '@postlude/embed';
      import type {} from '@postlude/embed/react-jsx';
      import { createRef } from 'react';

      const returns = createRef<PostludeReturnsElement>();
      export const page = (
        <main className="mine">
          <postlude-order-tracking order="1" proof="2" parcels={2} theme="host" className="mine" />
          <postlude-returns ref={returns} order="1" gift="x" history="on" />
          <postlude-withdrawal lang="de" />
          <postlude-warranty-registration order="1" elsewhere="off" />
          {/* @ts-expect-error a theme there is none of */}
          <postlude-returns theme="pink" />
          {/* @ts-expect-error a tag there is none of */}
          <postlude-refunds />
        </main>
      );
    `;
    expect(await compile('consumer-react', 'react', program)).toBe('');
  });
});

/** Compiles a program in a project of its own, and gives what the compiler says. */
async function compile(name: string, jsxImportSource: string, program: string): Promise<string> {
  const folder = path.join(root, '.cache', name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'program.tsx'), program);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'ES2022',
    module: 'NodeNext',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: [],
    jsx: 'react-jsx',
    jsxImportSource,
    exactOptionalPropertyTypes: true,
  };
  await writeFile(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['program.tsx'] }),
  );
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  return await run(process.execPath, [compiler, '-p', folder]).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
}
