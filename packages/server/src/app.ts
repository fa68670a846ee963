import { openApiDocument } from '@postlude/contract/openapi';
import { Hono } from 'hono';
import { askRoutes } from './asks/routes.ts';
import { staffAskRoutes } from './asks/staff-routes.ts';
import { surveyAnswerRoutes } from './asks/survey-answers.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { certificatePage } from './certificates/page.ts';
import { certificateRoutes } from './certificates/routes.ts';
import { claimRoutes } from './claims/routes.ts';
import { staffClaimRoutes } from './claims/staff-routes.ts';
import type { Context } from './context.ts';
import { coverMonthsRoutes } from './cover-months/routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { createIdentify } from './http/access.ts';
import { ApiProblem, problemResponse } from './http/api-problem.ts';
import { crossOrigin } from './http/cross-origin.ts';
import { asProblem } from './http/failures.ts';
import { type ErasedHandler, type Handlers, implement } from './http/implement.ts';
import { createRateLimit, type RateLimitOptions } from './http/rate-limit.ts';
import { recordRequests, securityHeaders } from './http/record.ts';
import type { AppEnv } from './http/request.ts';
import { routerPath, rows, rowsAt } from './http/table.ts';
import { ingestRoutes } from './ingest/routes.ts';
import { opsRoutes } from './observability/ops-routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { outgoingRoutes } from './outgoing/routes.ts';
import { passportRoutes } from './passports/routes.ts';
import { policyRoutes } from './policy/routes.ts';
import { recallRoutes } from './recalls/routes.ts';
import { advocateRoutes } from './referrals/advocates/routes.ts';
import { codeRoutes } from './referrals/codes/routes.ts';
import { referralOfferRoutes } from './referrals/offers/routes.ts';
import { programmeRoutes } from './referrals/programme/routes.ts';
import { rewardRoutes } from './referrals/rewards/routes.ts';
import { staffReferralRoutes } from './referrals/staff/routes.ts';
import { registrationRoutes } from './registrations/routes.ts';
import { staffRegistrationRoutes } from './registrations/staff-routes.ts';
import { returnRoutes } from './returns/routes.ts';
import { staffReturnRoutes } from './returns/staff-routes.ts';
import { reviewFeedPage } from './review-files/feed-page.ts';
import { reviewFileRoutes } from './review-files/routes.ts';
import { reviewPolicyRoutes } from './review-policy/routes.ts';
import { publicReviewRoutes } from './reviews/public/routes.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { staffReviewRoutes } from './reviews/staff/routes.ts';
import { sdkRoutes } from './sdk/sdk-routes.ts';
import { serialListRoutes } from './serial-lists/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { storeRoutes } from './stores/routes.ts';
import { uploadRoutes } from './uploads/routes.ts';
import { warrantyPolicyRoutes } from './warranty-policy/routes.ts';
import { withdrawalPage } from './withdrawals/page.ts';
import { withdrawalRoutes } from './withdrawals/routes.ts';

/** What may be set when an app is made. */
export interface AppOptions {
  /** How often one address may ask for a session: 300 times a minute unless told. */
  readonly sessionRate?: RateLimitOptions;
}

/** What answers each row of the table of endpoints. A row without a handler is a type error. */
const handlers: Handlers = {
  ...storeRoutes,
  ...sessionRoutes,
  ...orderRoutes,
  ...ingestRoutes,
  ...uploadRoutes,
  ...documentRoutes,
  ...outgoingRoutes,
  ...catalogueRoutes,
  ...withdrawalRoutes,
  ...policyRoutes,
  ...warrantyPolicyRoutes,
  ...reviewPolicyRoutes,
  ...askRoutes,
  ...advocateRoutes,
  ...referralOfferRoutes,
  ...staffAskRoutes,
  ...surveyAnswerRoutes,
  ...passportRoutes,
  ...registrationRoutes,
  ...staffRegistrationRoutes,
  ...coverMonthsRoutes,
  ...returnRoutes,
  ...staffReturnRoutes,
  ...claimRoutes,
  ...reviewRoutes,
  ...publicReviewRoutes,
  ...staffReviewRoutes,
  ...staffClaimRoutes,
  ...serialListRoutes,
  ...reviewFileRoutes,
  ...programmeRoutes,
  ...codeRoutes,
  ...rewardRoutes,
  ...staffReferralRoutes,
  ...recallRoutes,
  ...certificateRoutes,
};

/**
 * The whole HTTP side of the backend over a context: the API from the table of endpoints, `/openapi.json`, the SDK's
 * files and what operators ask for. Opens nothing and listens nowhere; `app.fetch` is all there is to it.
 */
export function createApp(context: Context, options: AppOptions = {}): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const sessionRate = createRateLimit(options.sessionRate ?? { requests: 300, window: 60_000 });

  app.use(recordRequests(context));
  app.use('/v1/*', securityHeaders);
  app.use('/openapi.json', securityHeaders);
  app.use('/v1/*', crossOrigin(context));
  app.use('/v1/sessions', async (c, next) => {
    if (c.req.method === 'POST') sessionRate.take(c.get('facts').address, context.clock.now());
    return next();
  });

  const identify = createIdentify(context);
  for (const [name, row] of rows) {
    // Each handler was checked against its own row where the routes are made; here they are all alike.
    const answer = implement(context, row, identify, handlers[name] as unknown as ErasedHandler);
    app.on(row.method, routerPath(row), (c) => {
      c.set('route', row.path);
      return answer(c);
    });
  }

  // Written for whoever asks first: it takes longer than all else a backend does to begin.
  let document: string | null = null;
  app.get('/openapi.json', (c) => {
    c.set('route', '/openapi.json');
    document ??= JSON.stringify(openApiDocument({ url: context.config.publicUrl }));
    // Public, and the same for everybody.
    const headers = {
      'Content-Type': 'application/json',
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
    };
    return new Response(document, { headers });
  });
  app.route('/', opsRoutes(context));
  app.route('/', sdkRoutes(context.config.sdkFolder));
  app.route('/', withdrawalPage(context));
  app.route('/', certificatePage(context));
  app.route('/', reviewFeedPage(context));

  app.notFound((c) => {
    const methods = rowsAt(new URL(c.req.url).pathname).map((row) => row.method);
    const problem =
      methods.length === 0
        ? new ApiProblem('not_found')
        : new ApiProblem('method_not_allowed', { headers: { Allow: allowHeader(methods) } });
    return problemResponse(problem, c.get('facts').id, context.clock.now());
  });

  app.onError((error, c) => {
    const now = context.clock.now();
    const problem = asProblem(error, now);
    const facts = c.get('facts');
    if (problem.code === 'internal') facts.log.error({ err: error }, 'a request failed');
    if (problem.code === 'unavailable') facts.log.warn({ err: error }, 'the database is away');
    return problemResponse(problem, facts.id, now);
  });
  return app;
}

/** Whoever may GET may HEAD, and OPTIONS is always answered. */
const allowHeader = (methods: readonly string[]): string =>
  [
    ...new Set([...methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS']),
  ].join(', ');
