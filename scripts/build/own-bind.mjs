const bound = /([\w$]+)\.bind\(null,/g;

/**
 * Rollup plugin: dependencies that fix a first argument with `bind` get a function of ours for it. MooTools replaces
 * `Function.prototype.bind` by one that forgets the arguments of the call, and the signals' hooks into Preact live on them.
 */
export function ownBind() {
  return {
    name: 'postlude-own-bind',
    transform(/** @type {string} */ code, /** @type {string} */ id) {
      if (!id.includes('node_modules') || code.search(bound) < 0) return null;
      const helper = 'const postludeFix=(task,first)=>(...rest)=>task(first,...rest);';
      return { code: `${helper}${code.replace(bound, 'postludeFix($1,')}`, map: null };
    },
  };
}
