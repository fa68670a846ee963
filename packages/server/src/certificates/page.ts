import type { CertificateCheck, Store } from '@postlude/contract';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Context } from '../context.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { AppEnv } from '../http/request.ts';
import { filled } from '../mail/plain-text.ts';
import { recallLanguage } from '../recalls/texts.ts';
import { readCode } from '../registrations/code.ts';
import { pageCss, pageCssHash } from '../withdrawals/page.css.ts';
import { checkCertificateOf } from './check.ts';
import { floodOf } from './routes.ts';
import { type CertificateLanguage, certificateLanguage, certificateLanguages, longDay } from './texts.ts';

/** Nothing loads, nothing runs, nothing is sent, nobody frames it. */
const policyHeader = `default-src 'none'; style-src ${pageCssHash}; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`;

/** What a view is given. */
interface View {
  readonly store: Pick<Store, 'name'>;
  readonly path: string;
  /** As it was asked for. */
  readonly code: string;
  readonly spoken: CertificateLanguage;
}

type Html = ReturnType<typeof html>;

/**
 * The page a certificate's QR code leads to: whether there is such a registration, and what it is worth. Works without JavaScript, and says
 * nothing of the owner. `lang` chooses the language.
 */
export function certificatePage(context: Context): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/certificate/:key/:code', async (c) => {
    c.set('route', '/certificate/{publishableKey}/{code}');
    const store = await context.stores.byPublishableKey(c.req.param('key'));
    if (store === null) return c.notFound();
    c.set('storeId', store.id);
    const asked = c.req.param('code').slice(0, 32);
    const code = readCode(asked) ?? asked;
    const spoken = certificateLanguage(
      c.req.query('lang'),
      c.req.header('accept-language')?.split(',')[0],
      store.locale,
    );
    const path = `/certificate/${store.publishableKey}/${encodeURIComponent(code)}`;
    const view: View = { store, path, code, spoken };
    c.header('Content-Security-Policy', policyHeader);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-store');
    try {
      floodOf(context).take(c.get('facts').address, context.clock.now());
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return c.html(pageOf(view, html`<p class="verdict">${spoken.texts.tooMany}</p>`), 429);
    }
    const check = await context.db.withStore(store.id, (tx) =>
      checkCertificateOf(tx, context, store.id, code, spoken.language),
    );
    return c.html(pageOf(view, check.valid ? found(view, check) : unknown(view)), check.valid ? 200 : 404);
  });
  return app;
}

const unknown = ({ spoken, code }: View): Html =>
  html`<p class="verdict">${spoken.texts.unknown}</p><dl><dt>${spoken.texts.code}</dt><dd><bdi>${code}</bdi></dd></dl>`;

function found({ spoken, code }: View, check: CertificateCheck): Html {
  const { texts, language } = spoken;
  const status = check.status ?? 'void';
  const said = status === 'registered' ? texts.valid : texts[status];
  const covers = check.covers.map(({ name, until, lifetime }) => {
    const end =
      lifetime || until === null ? texts.lifetime : filled(texts.until, { date: longDay(until, language) });
    return [name ?? texts.legal, end] as const;
  });
  const rows = [
    [texts.item, [check.title, check.variant].filter((part) => part !== null).join(', ')],
    [texts.serial, check.serial],
    [texts.registeredOn, check.registeredOn && longDay(check.registeredOn, language)],
    [texts.code, code],
    ...covers,
  ] as const;
  const recall = html`<div class="errors" role="note">
      <h2>${recallLanguage(language).texts.headline}</h2><p>${texts.recalled}</p>
    </div>`;
  return html`${check.recalled ? recall : ''}
    ${status === 'registered' ? html`<span class="badge" aria-hidden="true">✓</span>` : ''}
    <p class="verdict">${said}</p>
    <dl>${rows.map(([term, value]) => (value === null ? '' : html`<dt>${term}</dt><dd><bdi>${value}</bdi></dd>`))}</dl>
    <p class="hint">${texts.rights}</p>`;
}

function pageOf({ store, path, spoken }: View, body: Html): Html {
  const others = certificateLanguages.filter(({ language }) => language !== spoken.language);
  const link = ({ language, direction }: CertificateLanguage) => html`<li>
    <a href="${path}?lang=${language}" lang="${language}" dir="${direction}" hreflang="${language}">${nameOf(language)}</a>
  </li>`;
  return html`<!doctype html>
<html lang="${spoken.language}" dir="${spoken.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${spoken.texts.checkTitle} – ${store.name}</title>
<style>${raw(pageCss)}</style>
</head>
<body><main>
<p class="store">${store.name}</p>
<h1>${spoken.texts.checkTitle}</h1>
${body}
<footer><ul>${others.map(link)}</ul></footer>
</main></body>
</html>`;
}

/** A language in its own words. */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
