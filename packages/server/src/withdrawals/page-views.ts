import type { Store, WithdrawalReceipt } from '@postlude/contract';
import { html, raw } from 'hono/html';
import { filled } from '../mail/plain-text.ts';
import { pageCss } from './page.css.ts';
import { type WithdrawalLanguage, type WithdrawalTexts, withdrawalLanguages } from './texts.ts';

/** A piece of the page; texts in it are escaped. */
type Html = ReturnType<typeof html>;

/** What stands in the fields. */
export interface FormValues {
  readonly name: string;
  readonly contract: string;
  readonly email: string;
  readonly items: string;
}

/** What is wrong with each field, in the reader's language. */
export type FormErrors = Readonly<Partial<Record<keyof FormValues, string>>>;

/** What every view is given. */
export interface View {
  readonly store: Pick<Store, 'name'>;
  /** Where the form goes: this page. */
  readonly path: string;
  readonly spoken: WithdrawalLanguage;
}

/** The form: first, and again with what is wrong. */
export function formView(view: View, values: FormValues, errors: FormErrors): Html {
  const { texts } = view.spoken;
  const hasErrors = Object.keys(errors).length > 0;
  const body = html`
    ${progress(view, 1)}
    <h1>${texts.function}</h1>
    ${hasErrors ? summary(texts, errors) : html`<p class="lead">${filled(texts.intro, { store: view.store.name })}</p>`}
    <form method="post" action="${view.path}" novalidate>
      <input type="hidden" name="lang" value="${view.spoken.language}">
      ${field('name', texts.name, null, values.name, errors.name, 'name')}
      ${field('contract', texts.contract, texts.contractHint, values.contract, errors.contract, 'off')}
      ${field('email', texts.email, null, values.email, errors.email, 'email')}
      <div class="field">
        <label for="items">${texts.items}</label>
        <p class="hint" id="items-hint">${texts.itemsHint}</p>
        <textarea id="items" name="items" maxlength="2000" dir="auto" aria-describedby="items-hint"${invalid(errors.items)}>${values.items}</textarea>
        ${problem('items', errors.items)}
      </div>
      <div class="actions"><button name="step" value="check">${texts.next}</button></div>
    </form>`;
  return document(view, hasErrors ? texts.errorTitle : texts.function, body);
}

/** What was entered, to be looked at once more: the second of the two steps the law asks for. */
export function checkView(view: View, values: FormValues, key: string): Html {
  const { texts } = view.spoken;
  const rows: [string, string][] = [
    [texts.name, values.name],
    [texts.contract, values.contract],
    [texts.checkEmail, values.email],
    [texts.checkItems, values.items === '' ? texts.wholeContract : values.items],
  ];
  const hidden = { lang: view.spoken.language, key, ...values };
  const body = html`
    ${progress(view, 2)}
    <h1>${texts.checkTitle}</h1>
    <p class="lead">${filled(texts.checkIntro, { store: view.store.name })}</p>
    <dl>${rows.map(([term, value]) => html`<dt>${term}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>
    <form method="post" action="${view.path}" class="actions">
      ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      <button name="step" value="confirm">${texts.confirm}</button>
      <button name="step" value="edit" class="plain">${texts.back}</button>
    </form>`;
  return document(view, texts.checkTitle, body);
}

/** The acknowledgement. */
export function doneView(view: View, receipt: WithdrawalReceipt, email: string): Html {
  const { texts } = view.spoken;
  const body = html`
    <p class="badge" aria-hidden="true">✓</p>
    <h1>${texts.doneTitle}</h1>
    <p class="lead">${texts.doneIntro}${receipt.mailed ? html` ${filled(texts.doneMailed, { email })}` : ''}</p>
    <p class="number"><span class="hint">${texts.doneNumber}</span><strong dir="ltr">${receipt.number}</strong></p>
    <pre dir="auto">${receipt.text.trim()}</pre>
    <div class="actions"><a class="button" href="${receipt.url}" download>${texts.download}</a></div>
    <p class="hint print">${texts.print}</p>`;
  return document(view, texts.doneTitle, body);
}

/** One sentence under a headline, where nothing can be filled in. */
export function plainView(view: View, title: keyof WithdrawalTexts, text: keyof WithdrawalTexts): Html {
  const { texts } = view.spoken;
  return document(view, texts[title], html`<h1>${texts[title]}</h1><p class="lead">${texts[text]}</p>`);
}

/** Where somebody is on the way of two steps; the bars only repeat the words. */
function progress({ spoken: { texts } }: View, step: 1 | 2): Html {
  const words = filled(texts.step, { n: String(step), total: '2' });
  return html`<p class="progress">${words}</p>
    <p class="way" aria-hidden="true"><i class="gone"></i><i class="${step === 2 ? 'gone' : ''}"></i></p>`;
}

/** What is wrong, each with a link to its field, which takes the focus without a script. */
function summary(texts: WithdrawalTexts, errors: FormErrors): Html {
  return html`<div class="errors" role="alert"><h2>${texts.errorTitle}</h2><ul>
    ${Object.entries(errors).map(([name, error]) => html`<li><a href="#${name}">${error}</a></li>`)}
  </ul></div>`;
}

function document({ store, path, spoken }: View, title: string, body: Html): Html {
  const others = withdrawalLanguages.filter(({ language }) => language !== spoken.language);
  const link = ({ language, direction }: WithdrawalLanguage) => html`<li>
    <a href="${path}?lang=${language}" lang="${language}" dir="${direction}" hreflang="${language}">${nameOf(language)}</a>
  </li>`;
  return html`<!doctype html>
<html lang="${spoken.language}" dir="${spoken.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${store.name}</title>
<style>${raw(pageCss)}</style>
</head>
<body><main>
<p class="store">${store.name}</p>
${body}
<footer><ul>${others.map(link)}</ul></footer>
</main></body>
</html>`;
}

/** A language in its own words. */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

function field(
  name: keyof FormValues,
  label: string,
  hint: string | null,
  value: string,
  error: string | undefined,
  complete: string,
): Html {
  const described = [hint === null ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`]
    .filter((id) => id !== '')
    .join(' ');
  const type = name === 'email' ? 'email' : 'text';
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === null ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <input id="${name}" name="${name}" type="${type}" dir="auto" required maxlength="254" autocomplete="${complete}" value="${value}" aria-describedby="${described}"${invalid(error)}>
    ${problem(name, error)}
  </div>`;
}

const invalid = (error: string | undefined) => (error === undefined ? '' : raw(' aria-invalid="true"'));

const problem = (name: string, error: string | undefined) =>
  error === undefined ? '' : html`<p class="error" id="${name}-error">${error}</p>`;
