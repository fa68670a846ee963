import { createHash } from 'node:crypto';

/** The whole style of the plain page. Inline, so that it stands when nothing else loads. */
export const pageCss = `
:root{color-scheme:light dark;--ink:#16181d;--dim:#555a64;--line:#858a94;--edge:#e0e2e6;--ground:#f3f4f6;--paper:#fff;--soft:#f3f4f6;--accent:#2a5bd7;--on:#fff;--bad:#b3231b;--good:#10713b;--glow:#dff1e6}
@media screen and (prefers-color-scheme:dark){:root{--ink:#f3f4f6;--dim:#b4b8c0;--line:#858a94;--edge:#30333a;--ground:#0e0f12;--paper:#17181c;--soft:#24262c;--accent:#93b4ff;--on:#0d1b3e;--bad:#ff9d95;--good:#6cd79a;--glow:#1d3328}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;-webkit-text-size-adjust:100%}
main{max-width:640px;margin:0 auto;padding:24px 20px 40px}
p{margin:0;overflow-wrap:anywhere}
ul{margin:0;padding:0;list-style:none}
.store{margin-block-end:24px;font-weight:600}
.progress,.hint{color:var(--dim);font-size:14px}
.way{display:flex;gap:4px;margin-block:6px 14px}
.way i{width:64px;height:4px;border-radius:2px;background:var(--edge)}
.way .gone{background:var(--accent)}
h1{margin:0;font-size:28px;font-weight:650;line-height:1.2;text-wrap:balance}
h1:not(:lang(ar)){letter-spacing:-.015em}
.lead{margin-block:8px 24px;color:var(--dim)}
.verdict{margin-block:8px 24px;font-size:18px;font-weight:600}
.badge+.verdict{margin-block-start:0}
h1+.badge{margin-block-start:20px}
.errors+.badge{margin-block-start:0}
.field{margin-block-end:20px}
label{display:block;margin-block-end:4px;font-weight:500}
.field .hint{margin-block-end:6px}
input,textarea{display:block;width:100%;min-height:48px;padding:10px 14px;border:1px solid var(--line);border-radius:10px;background:none;color:inherit;font:inherit}
textarea{min-height:96px;resize:vertical}
[aria-invalid=true]{border-color:var(--bad);box-shadow:inset 0 0 0 1px var(--bad)}
.error{margin-block-start:6px;color:var(--bad);font-size:14px}
.errors{margin-block:16px 24px;padding:16px;border:1px solid var(--bad);border-radius:10px}
.errors h2{margin:0 0 4px;font-size:16px}
.errors a{display:block;padding-block:10px;color:var(--bad)}
.errors li:last-child a{padding-block-end:0}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:10px 22px;border:1px solid var(--accent);border-radius:10px;background:var(--accent);color:var(--on);font:inherit;font-weight:500;text-align:center;text-decoration:none;cursor:pointer}
.plain{background:none;color:inherit;border-color:var(--line)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.actions{display:flex;flex-wrap:wrap;gap:12px}
dl,pre{margin:0 0 24px;padding:16px;border-radius:10px;background:var(--soft)}
dt{color:var(--dim);font-size:14px}
dd{margin:0 0 12px;overflow-wrap:anywhere;white-space:pre-line}
dd:last-child{margin:0}
pre{font:inherit;overflow-wrap:anywhere;white-space:pre-wrap}
.badge{display:grid;place-items:center;width:44px;height:44px;margin-block-end:14px;border-radius:50%;background:var(--glow);color:var(--good);font-size:20px;font-weight:700}
.number{margin-block-end:24px}
.number .hint{display:block}
.number strong{font-size:26px;font-weight:650;letter-spacing:.04em;line-height:1.3;white-space:nowrap}
.print{margin-block-start:12px}
footer{margin-block-start:32px;padding-block-start:12px;border-block-start:1px solid var(--edge);font-size:14px}
footer ul{display:flex;flex-wrap:wrap;gap:0 20px}
footer a{display:inline-block;min-width:44px;padding-block:12px;color:inherit}
@media (max-width:420px){.actions>*{width:100%}}
@media screen and (min-width:720px){body{background:var(--ground)}main{margin-block:48px;padding:40px 48px 28px;border:1px solid var(--edge);border-radius:16px;background:var(--paper)}}
@media print{main{max-width:none;padding:0}.actions,footer,.print,.badge{display:none}pre{padding:0;background:none}}
@media (forced-colors:active){.way i{forced-color-adjust:none;background:GrayText}.way .gone{background:Highlight}dl,pre,.badge{border:1px solid}}
`;

/** For `style-src`: this style and no other. */
export const pageCssHash = `'sha256-${createHash('sha256').update(pageCss).digest('base64')}'`;
