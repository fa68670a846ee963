import path from 'node:path';
import { parse } from 'acorn';

/**
 * Rollup plugin: turns a chunk that imports other chunks into one that imports nothing and exports what it `needs` and `link`, a
 * function the loader hands that. A browser remembers that the address of a module failed, and a module's imports have one
 * address for ever: so only the loader names addresses, and can try again under another. It also asks for all of them
 * at once, where imports are found one after the other.
 */
export function linkChunks() {
  return {
    name: 'postlude-link-chunks',
    // A library's own `import()` is for bundlers; here a widget is handed `load`, and what it does not call must not name a file.
    resolveDynamicImport: () => ({ id: 'nowhere', external: true }),
    renderDynamicImport: () => ({ left: 'Promise.reject(', right: ')' }),
    renderChunk(/** @type {string} */ code, /** @type {{ fileName: string }} */ chunk) {
      /** @type {string[]} */
      const parameters = [];
      /** @type {string[]} */
      const sources = [];
      /** @type {string[]} */
      const results = [];
      let body = code;
      const { body: statements } = /** @type {{ body: any[] }} */ (
        /** @type {unknown} */ (parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))
      );
      for (const statement of statements.toReversed()) {
        if (statement.type === 'ImportDeclaration') {
          const names = statement.specifiers.map((/** @type {any} */ one) => {
            if (one.type !== 'ImportSpecifier') throw new Error(`${chunk.fileName} imports more than names.`);
            return `${one.imported.name}: ${one.local.name}`;
          });
          sources.unshift(path.basename(statement.source.value, '.js'));
          parameters.unshift(`{ ${names.join(', ')} }`);
        } else if (
          statement.type === 'ExportNamedDeclaration' &&
          !statement.declaration &&
          !statement.source
        ) {
          for (const one of statement.specifiers) results.push(`${one.exported.name}: ${one.local.name}`);
        } else if (/^Export/.test(statement.type)) {
          throw new Error(`${chunk.fileName} exports in a way that cannot be linked.`);
        } else continue;
        body = body.slice(0, statement.start) + body.slice(statement.end);
      }
      const needs = JSON.stringify(sources);
      const linked = `export const needs = ${needs};\nexport const link = (${parameters.join(', ')}) => {\n${body}\nreturn { ${results.join(', ')} };\n};\n`;
      return { code: linked, map: null };
    },
  };
}
