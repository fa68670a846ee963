import { html, raw } from 'hono/html';
import { languages } from './languages.ts';
import type { View } from './view.ts';

/** A piece of a page. */
export type Html = ReturnType<typeof html>;

/** What stands beside a page that is about an order. */
export interface Aside {
  readonly panel: Html;
  /** Its number, which the withdrawal function is told. */
  readonly order: string;
}

/** A whole page: the shop's head, its header, the content, an optional panel beside it, its footer. */
export function page(view: View, title: string, content: Html, aside?: Aside): Html {
  const { panel = '', order } = aside ?? {};
  const { texts, language, direction, theme } = view;
  return html`${raw('<!doctype html>')}
<html lang="${language}" dir="${direction}" data-theme="${theme}"${raw(panel ? ' data-panel' : '')}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · Vesperine</title>
  <link rel="icon" href="/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/shop.css">
  <link rel="stylesheet" href="/pages.css">
  <link rel="stylesheet" href="/order.css">
  <link rel="stylesheet" href="/reserve.css">
  ${panel ? html`<link rel="stylesheet" href="/panel.css"><link rel="stylesheet" href="/desk.css">` : ''}
  <script async src="${view.backend}/postlude.js" data-store="${view.publishableKey}"></script>
  ${panel ? html`<script type="module" src="/panel.js"></script>` : ''}
</head>
<body>
  <a class="skip" href="#content">${texts.skip}</a>
  <header class="top">
    <a class="brand" href="/"><img src="/mark.svg" width="36" height="36" alt=""><span>Vesperine</span></a>
    <nav aria-label="Vesperine">${navigation(view)}</nav>
    ${switches(view)}
  </header>
  <main id="content" tabindex="-1">${content}</main>
  ${panel}
  <footer class="bottom">
    <p>${texts.footer}</p>
    <p><a href="/withdraw${order ? `?order=${order}` : ''}">${texts.withdraw}</a></p>
  </footer>
</body>
</html>`;
}

function navigation({ texts, path }: View): Html[] {
  const links = [
    ['/', texts.home],
    ['/account', texts.account],
    ['/track-my-order', texts.track],
    ['/returns', texts.returns],
    ['/warranty', texts.warranty],
    ['/lamps', texts.lamps],
    ['/friends', texts.friends],
  ] as const;
  return links.map(
    ([href, name]) =>
      html`<a class="nav-link" href="${href}"${raw(path === href ? ' aria-current="page"' : '')}>${name}</a>`,
  );
}

function switches({ texts, language, theme, path }: View): Html {
  const other = theme === 'dark' ? 'light' : 'dark';
  return html`<div class="switches">
    <ul class="languages" aria-label="${texts.language}">${Object.entries(languages).map(
      ([code, name]) =>
        html`<li><a class="nav-link" href="${path}?lang=${code}" lang="${code}" hreflang="${code}"${raw(
          code === language ? ' aria-current="true"' : '',
        )} title="${name}">${code === 'ar' ? 'ع' : code.toUpperCase()}<span class="hidden"> ${name}</span></a></li>`,
    )}</ul>
    <a class="nav-link theme" href="${path}?theme=${other}"><span aria-hidden="true">${
      other === 'dark' ? '☾' : '☀'
    }</span> <span>${texts[other]}</span></a>
  </div>`;
}
