/** A theme's sheet that resets, shouts and animates everything it can reach. */
export const hostileCss = `
  * { margin: 5px; transition: all 1s; letter-spacing: 3px !important; }
  html, body { text-transform: uppercase; line-height: 3; text-align: right; color: red; word-break: break-all;
    -webkit-text-fill-color: green; cursor: crosshair; font-weight: 300; text-indent: 40px; white-space: pre; }
  button, input, a, h2, p, div, span, article, ol, li { border: 9px solid !important; background: yellow !important; font-size: 30px !important; }
  .card, .field, .button { display: none !important; }
  div:empty, section:empty, p:empty { display: none; }
`;

/** What Prototype.js (1.6.0.3 to 1.7.3) and MooTools with its 1.2 compatibility did to the built-ins, the worst together. */
export const likePrototype = `
  Array.prototype.toJSON = function () { return '[' + this.map((item) => JSON.stringify(item)).join(',') + ']' };
  String.prototype.toJSON = function () { return '"' + this + '"' };
  Array.prototype.extraOfTheirs = function () {};
  Array.from = function (iterable) {
    if (!iterable) return [];
    if ('toArray' in Object(iterable)) return iterable.toArray();
    const length = iterable.length || 0, results = new Array(length);
    for (let index = 0; index < length; index++) results[index] = iterable[index];
    return results;
  };
  Function.prototype.bind = function (self, fixed) {
    const task = this;
    return function () { return task.apply(self, fixed == null ? arguments : [].concat(fixed)) };
  };
  Array.prototype.reduce = function () { return this };
`;

/** What RequireJS does when a script on the page defines itself without a name. */
export const likeRequire = `
  window.define = function () { throw new Error('Mismatched anonymous define() module') };
  window.define.amd = {};
  window.require = window.requirejs = function () {};
  window.module = { exports: {} };
  window.exports = window.module.exports;
`;

/** Elements whose names stand in for members of document and for our own global. */
export const clobbering = [
  'currentScript',
  'baseURI',
  'Postlude',
  'customElements',
  'body',
  'documentElement',
  'head',
  'scripts',
]
  .map((name) => `<img name="${name}"><a id="${name}" href="https://evil.example/"></a>`)
  .join('');
