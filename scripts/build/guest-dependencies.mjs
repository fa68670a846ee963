import { transform } from 'esbuild';

/**
 * Rollup plugin: makes guests of our dependencies, which were written for pages of their own.
 * - A first argument fixed by `bind` is fixed by a function of ours: MooTools replaces `Function.prototype.bind` by one
 *   that forgets the arguments of the call, and the signals' hooks into Preact live on them.
 * - What zod keeps on `globalThis` it keeps to itself: a page may have a zod of its own, and its settings are not ours.
 * - Syntax younger than ours is rewritten.
 * @param {string} target in esbuild's words (`es2020`)
 */
export function guestDependencies(target) {
  return {
    name: 'postlude-guest-dependencies',
    async transform(/** @type {string} */ code, /** @type {string} */ id) {
      if (!id.includes('/node_modules/')) return null;
      let own = code;
      if (own.includes('.bind(null,')) {
        own = `const postludeFix=(task,first)=>(...rest)=>task(first,...rest);${own.replace(/([\w$]+)\.bind\(null,/g, 'postludeFix($1,')}`;
      }
      if (own.includes('globalThis.__zod')) {
        own = `const postludeOwn={};${own.replaceAll('globalThis.__zod', 'postludeOwn.__zod').replaceAll('(_a = globalThis)', '(_a = postludeOwn)')}`;
      }
      if (/\/node_modules\/ky\//.test(id)) own = (await transform(own, { target, loader: 'js' })).code;
      return own === code ? null : { code: own, map: null };
    },
  };
}
