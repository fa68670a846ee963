import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from './support/built.ts';

interface Source {
  /** From the root of the repository. */
  readonly file: string;
  readonly code: string;
  /** What it imports at run time. */
  readonly runtime: readonly string[];
  /** What it imports in any way. */
  readonly all: readonly string[];
}

let sources: Source[];
let tracked: string[];

/** Which package may import which of ours. The packages a program is installed for (`demo`, `test`) use what has a door. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  client: ['contract'],
  // The embed's files are served by the server, and named in its package.json only.
  server: ['contract'],
  widgets: ['client', 'contract'],
  embed: ['widgets', 'client', 'contract'],
};

/** Files that may be longer than 300 lines, and why. */
const long: Readonly<Record<string, string>> = {
  'packages/widgets/src/returns/returns-steps.messages.ts': 'data: the texts of seven screens',
  'packages/widgets/src/locales/returns-steps/ar.ts': 'data: the same texts',
  'packages/widgets/src/locales/returns-steps/de.ts': 'data: the same texts',
  'packages/widgets/src/claims/claims.messages.ts': 'data: the texts of a claim and its repair',
  'packages/widgets/src/locales/claims/ar.ts': 'data: the same texts',
  'packages/widgets/src/locales/claims/de.ts': 'data: the same texts',
};

const isTest = (file: string) =>
  /\.test\.tsx?$|\/testing[\w-]*(\.tsx?$|\/)|\/samples\.ts$|fixtures\//.test(file);

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard'],
    { cwd: root },
  );
  tracked = stdout.split('\n').filter(Boolean);
  sources = await Promise.all(
    tracked.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.d\.ts$/.test(file)).map(read),
  );
});

async function read(file: string): Promise<Source> {
  const code = await readFile(path.join(root, file), 'utf8').catch(() => '');
  const loader = file.endsWith('.tsx') ? 'tsx' : 'ts';
  // What is only a type is gone after this.
  const { code: script } = await transform(code, { loader, jsx: 'automatic', jsxImportSource: 'preact' });
  return { file, code, runtime: specifiersIn(script), all: specifiersIn(code) };
}

function specifiersIn(code: string): string[] {
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

/** The source file behind a door of one of our packages. */
async function sourceBehind(specifier: string): Promise<string | null> {
  const name = ours(specifier);
  if (name === undefined) return null;
  const { exports } = JSON.parse(await readFile(path.join(root, 'packages', name, 'package.json'), 'utf8'));
  const door = exports[`.${specifier.slice(`@postlude/${name}`.length)}`];
  return door ? path.posix.join('packages', name, door['@postlude/source']) : null;
}

const of = (prefix: string) => sources.filter(({ file }) => file.startsWith(prefix));
const ours = (specifier: string) => /^@postlude\/([\w-]+)/.exec(specifier)?.[1];

describe('who may import whom', () => {
  it.each(Object.entries(mayImport))('%s imports only %j of ours', (name, allowed) => {
    const strangers = of(`packages/${name}/src/`)
      .filter(({ file }) => !isTest(file))
      .flatMap(({ file, all }) =>
        all
          .map((specifier) => [specifier, ours(specifier)] as const)
          .filter(([, other]) => other !== undefined && other !== name && !allowed.includes(other))
          .map(([specifier]) => `${file} imports ${specifier}`),
      );
    expect(strangers).toEqual([]);
  });

  it('a package reaches another by its doors, never by a path', () => {
    const crossing = of('packages/').flatMap(({ file, all }) =>
      all
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => path.posix.join(path.posix.dirname(file), specifier))
        .filter((target) => target.split('/')[1] !== file.split('/')[1] && !isTest(file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(crossing).toEqual([]);
  });

  it('what a page loads never sees the server', () => {
    const found = ['contract', 'client', 'widgets', 'embed'].flatMap((name) =>
      of(`packages/${name}/src/`)
        .filter(
          ({ file, all }) =>
            !isTest(file) && all.some((specifier) => /^(node:|@postlude\/server)/.test(specifier)),
        )
        .map(({ file }) => file),
    );
    expect(found).toEqual([]);
  });

  it('the kit knows neither client nor widgets', () => {
    const kit = of('packages/widgets/src/kit/').flatMap(({ file, runtime }) =>
      runtime
        .filter((specifier) =>
          /client|order-(tracking|session)|returns|withdrawal|registration|claims|recalls/.test(specifier),
        )
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(kit).toEqual([]);
  });

  it('of a widget’s own files only the source’s module knows the client', () => {
    const found = of('packages/widgets/src/')
      .filter(
        ({ file, runtime }) =>
          !isTest(file) && runtime.some((specifier) => specifier.startsWith('@postlude/client')),
      )
      .map(({ file }) => file);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((file) => !/^packages\/widgets\/src\/[\w-]+\/client-source\.ts$/.test(file))).toEqual(
      [],
    );
  });

  it.each([
    'packages/embed/src/elements/order-tracking.tsx',
    'packages/embed/src/elements/returns.tsx',
    'packages/embed/src/elements/returns-steps.ts',
    'packages/embed/src/elements/withdrawal.tsx',
    'packages/embed/src/elements/warranty-registration.tsx',
    'packages/embed/src/elements/registration-steps.ts',
  ])('%s draws without a schema: nothing on its way imports zod or ky at run time', async (entry) => {
    const seen = new Set<string>();
    const strangers: string[] = [];
    const visit = async (file: string): Promise<void> => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const specifier of sources.find((candidate) => candidate.file === file)?.runtime ?? []) {
        if (/^(zod|ky)\b/.test(specifier)) strangers.push(`${file} imports ${specifier}`);
        const next = specifier.startsWith('.')
          ? path.posix.join(path.posix.dirname(file), specifier)
          : await sourceBehind(specifier);
        if (next) await visit(next);
      }
    };
    await visit(entry);
    expect(seen.size).toBeGreaterThan(15);
    expect(strangers).toEqual([]);
  });

  it('full zod is in nothing a browser loads', () => {
    const found = ['contract', 'client', 'widgets', 'embed'].flatMap((name) =>
      of(`packages/${name}/src/`)
        .filter(({ all }) => all.includes('zod'))
        .map(({ file }) => file),
    );
    expect(found).toEqual([]);
  });
});

describe('every file', () => {
  it('is at most 300 lines long, unless it says why', () => {
    const tooLong = sources
      .filter(({ file, code }) => code.split('\n').length > 301 && !isTest(file) && !(file in long))
      .map(({ file, code }) => `${file}: ${code.split('\n').length - 1}`);
    expect(tooLong.filter((line) => !/^(test|packages\/[\w-]+\/src\/.*\.test)/.test(line))).toEqual([]);
    for (const file of Object.keys(long))
      expect(tracked, 'a reason for a file there is none of').toContain(file);
  });

  it('exports by name', () => {
    const found = sources
      .filter(({ file, code }) => /^export default\b/m.test(code) && !/\.config\.(ts|mjs)$/.test(file))
      .map(({ file }) => file);
    expect(found).toEqual([]);
  });

  it('is called for what it does', () => {
    expect(tracked.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/|$)/i.test(file))).toEqual([]);
    expect(
      tracked.filter((file) => /^(packages|test|scripts|demo)\/.*[A-Z].*\.(ts|tsx|mjs|css)$/.test(file)),
    ).toEqual([]);
  });

  it('sets no markup from text', () => {
    const found = ['embed', 'widgets'].flatMap((name) =>
      of(`packages/${name}/src/`)
        .filter(
          ({ file, code }) =>
            !isTest(file) && /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML/.test(code),
        )
        .map(({ file }) => file),
    );
    expect(found).toEqual([]);
  });

  it('promises nothing for later', () => {
    const found = sources
      .filter(
        ({ file, code }) =>
          file !== 'test/architecture.test.ts' &&
          /\b(TODO|FIXME)\b|\b(it|test|describe)(\.\w+)*\.(skip|only)\b/.test(code),
      )
      .map(({ file }) => file);
    expect(found).toEqual([]);
  });
});

describe('the repository', () => {
  it('names neither a registry nor a path of a machine', async () => {
    const lock = await readFile(path.join(root, 'package-lock.json'), 'utf8');
    expect(lock).not.toMatch(/"resolved":\s*"https?:/);
    const texts = tracked.filter((file) =>
      /\.(ts|tsx|mjs|json|md|css|yml|yaml)$|^\.npmrc$|^\.ci\//.test(file),
    );
    const found: string[] = [];
    for (const file of texts) {
      const text = await readFile(path.join(root, file), 'utf8').catch(() => '');
      if (
        file !== 'test/architecture.test.ts' &&
        /(?<![\w./])\/(home|Users)\/[a-z]|\/work\/(main|shared)/.test(text)
      )
        found.push(file);
    }
    expect(found).toEqual([]);
  });
});
