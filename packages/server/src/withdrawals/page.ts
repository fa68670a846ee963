import { randomUUID } from 'node:crypto';
import { type Store, WithdrawalInput, WithdrawalReceipt } from '@postlude/contract';
import { Hono } from 'hono';
import type { Context } from '../context.ts';
import { storableText } from '../db/values.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { once, requestHash } from '../http/idempotency.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { readBytes } from '../http/read-body.ts';
import type { AppContext, AppEnv } from '../http/request.ts';
import { policyInForce } from '../policy/store.ts';
import { declareWithdrawal } from './declare.ts';
import { pageCssHash } from './page.css.ts';
import { pagePath } from './page-path.ts';
import {
  checkView,
  doneView,
  type FormErrors,
  type FormValues,
  formView,
  plainView,
  type View,
} from './page-views.ts';
import { languageFor, type WithdrawalTexts } from './texts.ts';

/** The largest form, in bytes. */
const formLimit = 64 * 1024;

/** Nothing loads, nothing runs, nobody frames it; the form goes here and nowhere else. */
const policyHeader = `default-src 'none'; style-src ${pageCssHash}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

/**
 * The withdrawal function as a plain page: works without JavaScript, without an account and without the shop's own
 * pages. `lang` chooses the language, `order` fills in the number; both may stand in a link of the shop.
 */
export function withdrawalPage(context: Context): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const flood = createRateLimit({ requests: 30, window: 60_000 });

  const withStore = async (c: AppContext, work: (store: Store) => Promise<Response>): Promise<Response> => {
    c.set('route', '/withdraw/{publishableKey}');
    const store = await context.stores.byPublishableKey(c.req.param('key') ?? '');
    if (store === null) return c.notFound();
    c.set('storeId', store.id);
    const answer = await work(store);
    answer.headers.set('Content-Security-Policy', policyHeader);
    answer.headers.set('X-Content-Type-Options', 'nosniff');
    answer.headers.set('Referrer-Policy', 'no-referrer');
    answer.headers.set('Cache-Control', 'no-store');
    return answer;
  };

  const viewFor = (c: AppContext, store: Store, lang: string | null): View => ({
    store,
    path: pagePath(store.publishableKey),
    spoken: languageFor(lang, c.req.header('accept-language')?.split(',')[0], store.locale),
  });

  app.get('/withdraw/:key', (c) =>
    withStore(c, async (store) => {
      const view = viewFor(c, store, c.req.query('lang') ?? null);
      if (!(await isOffered(context, store))) return c.html(plainView(view, 'function', 'notOffered'), 404);
      const contract = storableText(c.req.query('order') ?? '').slice(0, 200);
      return c.html(formView(view, { ...empty, contract }, {}));
    }),
  );

  app.post('/withdraw/:key', (c) =>
    withStore(c, async (store) => {
      const form = new URLSearchParams(new TextDecoder().decode(await readBytes(c.req.raw, formLimit)));
      const view = viewFor(c, store, form.get('lang'));
      const values = valuesOf(form);
      if (form.get('step') === 'edit') return c.html(formView(view, values, {}));
      const checked = WithdrawalInput.safeParse({
        ...values,
        items: values.items || null,
        locale: view.spoken.language,
      });
      if (!checked.success) {
        return c.html(formView(view, values, errorsOf(values, checked.error.issues, view.spoken.texts)), 422);
      }
      const key = form.get('key') ?? '';
      if (form.get('step') !== 'confirm' || !/^[0-9a-f-]{36}$/.test(key)) {
        return c.html(checkView(view, values, randomUUID()));
      }
      try {
        flood.take(c.get('facts').address, context.clock.now());
        const receipt = await declareOnce(context, store, checked.data, key);
        return c.html(doneView(view, receipt, values.email));
      } catch (error) {
        if (isProblem(error, 'rate_limited')) return c.html(plainView(view, 'tooManyTitle', 'tooMany'), 429);
        if (isProblem(error, 'not_found')) return c.html(plainView(view, 'function', 'notOffered'), 404);
        throw error;
      }
    }),
  );
  return app;
}

const isProblem = (error: unknown, code: ApiProblem['code']): boolean =>
  error instanceof ApiProblem && error.code === code;

const empty: FormValues = { name: '', contract: '', email: '', items: '' };

/** Confirming twice, or reloading the acknowledgement, is the same declaration: the key was made with the page before. */
async function declareOnce(
  context: Context,
  store: Store,
  declared: WithdrawalInput,
  key: string,
): Promise<WithdrawalReceipt> {
  const hash = requestHash('POST', pagePath(store.publishableKey), Buffer.from(JSON.stringify(declared)));
  const request = { storeId: store.id, scope: 'withdrawal page', key, hash, now: context.clock.now() };
  const answer = await context.db.withStore(store.id, (tx) =>
    once(tx, request, async () => ({
      status: 200,
      body: JSON.stringify(await declareWithdrawal(tx, context, store, declared)),
    })),
  );
  return WithdrawalReceipt.parse(JSON.parse(answer.body));
}

const isOffered = async (context: Context, store: Store): Promise<boolean> => {
  const { policy } = await context.db.withStore(store.id, (tx) => policyInForce(tx, store.id));
  return policy.withdrawal.offered !== 'off';
};

function valuesOf(form: URLSearchParams): FormValues {
  const text = (name: string) => storableText(form.get(name) ?? '').trim();
  return { name: text('name'), contract: text('contract'), email: text('email'), items: text('items') };
}

function errorsOf(
  values: FormValues,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[],
  texts: WithdrawalTexts,
): FormErrors {
  const words = {
    name: texts.errorName,
    contract: texts.errorContract,
    email: texts.errorEmail,
    items: texts.errorLong,
  };
  const errors: Partial<Record<keyof FormValues, string>> = {};
  for (const { path, code } of issues) {
    const name = path[0];
    if (typeof name !== 'string' || !Object.hasOwn(words, name)) continue;
    const field = name as keyof FormValues;
    errors[field] ??= code === 'too_big' && values[field] !== '' ? texts.errorLong : words[field];
  }
  return errors;
}
