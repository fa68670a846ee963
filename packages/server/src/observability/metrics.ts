import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted, as Prometheus reads it. One registry per server; nothing global. */
export interface Metrics {
  readonly registry: Registry;
  readonly httpRequests: Counter<'method' | 'route' | 'status'>;
  readonly httpSeconds: Histogram<'method' | 'route'>;
  readonly messages: Counter<'provider' | 'state'>;
  readonly unknownStatuses: Counter<'provider'>;
  readonly lookups: Counter<'outcome'>;
  readonly returnsFiled: Counter<'route'>;
  readonly returnsDecided: Counter<'outcome'>;
  readonly registrations: Counter<'outcome'>;
  readonly claims: Counter<'outcome'>;
  readonly outgoing: Counter<'channel' | 'outcome'>;
  readonly outgoingOldest: Gauge;
}

/** Makes a registry with all of Postlude's metrics. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    httpRequests: new Counter({
      name: 'postlude_http_requests_total',
      help: 'Answered requests, by route of the endpoint table and status.',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    httpSeconds: new Histogram({
      name: 'postlude_http_request_seconds',
      help: 'Seconds from a request to its answer.',
      labelNames: ['method', 'route'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    messages: new Counter({
      name: 'postlude_messages_total',
      help: 'Incoming messages, by provider and what became of them (also duplicate and refused).',
      labelNames: ['provider', 'state'],
      registers,
    }),
    unknownStatuses: new Counter({
      name: 'postlude_unknown_statuses_total',
      help: 'Provider words that no mapping knows.',
      labelNames: ['provider'],
      registers,
    }),
    lookups: new Counter({
      name: 'postlude_session_requests_total',
      help: 'Sessions asked for, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    returnsFiled: new Counter({
      name: 'postlude_returns_filed_total',
      help: 'Returns, cancellations and delivery problems that were filed, by route.',
      labelNames: ['route'],
      registers,
    }),
    returnsDecided: new Counter({
      name: 'postlude_returns_decided_total',
      help: 'Steps of returns, by the status they led to.',
      labelNames: ['outcome'],
      registers,
    }),
    registrations: new Counter({
      name: 'postlude_registrations_total',
      help: 'Items that were registered, and what staff decided about them, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    claims: new Counter({
      name: 'postlude_claims_total',
      help: 'Steps of claims and repairs, by the status they led to.',
      labelNames: ['outcome'],
      registers,
    }),
    outgoing: new Counter({
      name: 'postlude_outgoing_attempts_total',
      help: 'Tries of outgoing webhooks and mails, by outcome: delivered, failed (tried again) or dead (given up).',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    outgoingOldest: new Gauge({
      name: 'postlude_outgoing_oldest_seconds',
      help: 'Age of the oldest webhook or mail that waits to be delivered, 0 when none does.',
      registers,
    }),
  };
}

/** Reports a figure that is read when it is asked for. */
export function observe(metrics: Metrics, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [metrics.registry],
    collect() {
      this.set(read());
    },
  });
}
