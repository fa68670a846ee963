import { createHash } from 'node:crypto';

/** The whole style of the plain page. Inline, so that it stands when nothing else loads. */
export const pageCss = `
:root{color-scheme:light dark;--ink:#1d1b19;--dim:#5d5852;--line:#8b857d;--paper:#fff;--field:#fff;--accent:#1f4fd8;--on:#fff;--bad:#b3261e;--soft:#f4f2ef}
@media (prefers-color-scheme:dark){:root{--ink:#f2efeb;--dim:#b8b2aa;--line:#8b857d;--paper:#191715;--field:#24211e;--accent:#8fb0ff;--on:#10131a;--bad:#ffb4ab;--soft:#24211e}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:560px;margin:0 auto;padding:32px 20px 64px}
.store{margin:0 0 24px;color:var(--dim)}
h1{margin:0 0 12px;font-size:26px;line-height:1.25;text-wrap:balance}
p{margin:0 0 20px;overflow-wrap:anywhere}
.field{margin:0 0 20px}
label{display:block;margin-block-end:4px;font-weight:600}
.hint{margin:0 0 6px;color:var(--dim);font-size:14px}
input,textarea{display:block;width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--line);border-radius:8px;background:var(--field);color:inherit;font:inherit}
textarea{min-height:96px;resize:vertical}
[aria-invalid=true]{border-color:var(--bad);border-width:2px}
.error{margin:4px 0 0;color:var(--bad)}
.errors{margin:0 0 24px;padding:12px 16px;border:2px solid var(--bad);border-radius:8px}
.errors h2{margin:0;font-size:18px}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:10px 20px;border:1px solid var(--accent);border-radius:8px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.plain{background:none;color:inherit;border-color:var(--line)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.actions{display:flex;flex-wrap:wrap;gap:12px}
dl{margin:0 0 24px;padding:16px;border-radius:8px;background:var(--soft)}
dt{color:var(--dim);font-size:14px}
dd{margin:0 0 12px;overflow-wrap:anywhere;white-space:pre-line}
dd:last-child{margin:0}
pre{margin:0 0 24px;padding:16px;border-radius:8px;background:var(--soft);font:inherit;overflow-wrap:anywhere;white-space:pre-wrap}
footer{margin-block-start:48px;font-size:14px}
footer ul{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0;list-style:none}
footer a{display:inline-block;padding-block:11px;color:inherit}
@media print{.actions,footer,.store,.print{display:none}}
`;

/** For `style-src`: this style and no other. */
export const pageCssHash = `'sha256-${createHash('sha256').update(pageCss).digest('base64')}'`;
