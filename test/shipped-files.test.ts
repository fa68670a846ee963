import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cdn, ensureBuilt, type Manifest, readManifest, root } from './support/built.ts';

const run = promisify(execFile);
let manifest: Manifest;
const scripts = new Map<string, string>();

beforeAll(async () => {
  manifest = await ensureBuilt();
  for (const file of Object.keys(manifest.files)) {
    scripts.set(file, await readFile(path.join(cdn, file), 'utf8'));
  }
});

describe('the files the script tag loads', () => {
  it.each([
    [
      'no module loader of the page is spoken to',
      /define\.amd|typeof define\b|typeof exports|module\.exports/,
    ],
    ['nothing is made code at run time', /\beval\s*\(|new Function\b|setTimeout\(\s*["'`]/],
    ['no document is written', /document\.write|\.outerHTML|insertAdjacentHTML|DOMParser/],
    ['no length follows the page’s root', /\d(rem)\b/],
    ['no style is an attribute', /\bstyle=["']|setAttribute\(["']style["']/],
    [
      'nothing stands in the way of the back/forward cache',
      /["'`](before)?unload["'`]|onunload|onbeforeunload/,
    ],
    ['nothing is sent that blockers stop', /sendBeacon/],
    ['nothing is stored', /indexedDB|document\.cookie/],
    ['the page is never loaded again', /location\.(reload|assign|replace)|location\s*=/],
    ['no global is patched', /(?:window|globalThis|self)\.(?:fetch|onerror|console|history)\s*=[^=]/],
    ['no path of a machine is left in', /\/(?:home|work|Users|tmp)\//],
    ['no source map is named', /sourceMappingURL/],
  ])('%s', (_, pattern) => {
    const found = [...scripts].filter(([, code]) => pattern.test(code)).map(([file]) => file);
    expect(found).toEqual([]);
  });

  it('only a return, a claim or a review that is being put together is kept in the browser, and nothing else', () => {
    const found = [...scripts].filter(([, code]) => /localStorage|sessionStorage/.test(code));
    expect(found.filter(([file]) => !/\/(returns(-steps)?|claims|review-prompt)\.js$/.test(file))).toEqual(
      [],
    );
  });

  it('the loader is a script of 2017, but for import()', () => {
    const code = scripts.get('postlude.js') ?? '';
    expect(code).toContain('import(');
    parse(code.replaceAll('import(', 'load('), { ecmaVersion: 2017, sourceType: 'script' });
  });

  it('the chunks are modules of 2020', () => {
    for (const [file, code] of scripts) {
      if (file.startsWith('p/')) parse(code, { ecmaVersion: 2020, sourceType: 'module' });
    }
  });

  it('no chunk imports another: the loader, which knows their folder, hands each what it needs', () => {
    const loader = scripts.get('postlude.js') ?? '';
    const chunks = [...scripts].filter(([file]) => file.startsWith('p/'));
    const [folder] = new Set(chunks.map(([file]) => file.replace(/[^/]*$/, '')));
    expect(loader).toContain(`/${folder}`);
    for (const [file, code] of chunks) {
      expect(file.startsWith(`${folder}`), file).toBe(true);
      const program = parse(code, { ecmaVersion: 2020, sourceType: 'module' });
      expect(program.body.map(({ type }) => type).filter((type) => type.startsWith('Import'))).toEqual([]);
      expect(code, file).not.toMatch(/\bimport\s*\(/);
    }
    expect(scripts.get(manifest.loader.file)).toBe(loader);
  });

  it('of the chunks the loader knows the widgets and what their first screens need, so that it does not grow with the others', () => {
    const loader = scripts.get('postlude.js') ?? '';
    for (const name of ['order-tracking', 'returns', 'withdrawal', 'warranty-registration'])
      expect(loader).toContain(name);
    for (const name of ['client', 'returns-client', 'returns-steps', 'debug'])
      expect(loader).not.toContain(`"${name}"`);
  });

  it('every widget has a chunk, and its texts in every language', () => {
    for (const name of ['order-tracking', 'returns', 'withdrawal', 'returns-steps']) {
      expect(Object.keys(manifest.chunks)).toEqual(
        expect.arrayContaining([name, `${name}.de`, `${name}.ar`]),
      );
    }
  });

  it('a chunk is kept for ever, because the name of its folder changes with any of them', async () => {
    const files = new Map(
      [...scripts].flatMap(([file, code]) =>
        file.startsWith('p/') ? [[path.basename(file, '.js'), { file, code }]] : [],
      ),
    );
    const hash = createHash('sha256');
    for (const name of [...files.keys()].sort()) hash.update(`${name}\0${files.get(name)?.code}\0`);
    const name = BigInt(`0x${hash.digest('hex').slice(0, 10)}`)
      .toString(36)
      .padStart(8, '0');
    expect(new Set([...files.values()].map(({ file }) => path.dirname(file)))).toEqual(
      new Set([`p/${name}`]),
    );
  });

  it('each has its compressed forms, its size and its integrity in the manifest', async () => {
    for (const [file, facts] of Object.entries(manifest.files)) {
      const content = await readFile(path.join(cdn, file));
      const [brotli, gzip] = await Promise.all(
        ['br', 'gz'].map((kind) => readFile(path.join(cdn, `${file}.${kind}`))),
      );
      expect(brotliDecompressSync(brotli ?? '').equals(content), file).toBe(true);
      expect(gunzipSync(gzip ?? '').equals(content), file).toBe(true);
      expect(facts).toEqual({
        bytes: content.length,
        brotli: brotli?.length,
        gzip: gzip?.length,
        integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
      });
    }
  });

  it('zod knows before its first schema that it must not try to make code', () => {
    const client = [...scripts].find(([file]) => file.endsWith('/client.js'))?.[1] ?? '';
    expect(client).toContain('jitless');
  });
});

describe('building', () => {
  let again: string;
  beforeAll(async () => {
    again = await mkdtemp(path.join(tmpdir(), 'postlude-build-'));
    const program = `
      const { buildCdn } = await import(${JSON.stringify(pathToFileURL(path.join(root, 'scripts/build/cdn.mjs')).href)});
      const { heights } = await import(${JSON.stringify(pathToFileURL(path.join(root, 'packages/embed/dist/npm/room.js')).href)});
      await buildCdn(${JSON.stringify(again)}, { reserveCss: ${JSON.stringify(manifest.reserveCss)}, heights });`;
    await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: tmpdir() });
  });
  afterAll(() => rm(again, { recursive: true, force: true }));

  it('twice, from wherever it is started, gives the same files', async () => {
    expect(await readManifest(again)).toEqual(manifest);
    expect((await readdir(again, { recursive: true })).sort()).toEqual(
      (await readdir(cdn, { recursive: true })).sort(),
    );
  });

  it('a second time without a change does nothing', async () => {
    const { stdout } = await run(process.execPath, [path.join(root, 'scripts/build.mjs')]);
    expect(stdout).toContain('Nothing to build');
  });
});
