import type { RepairQuote } from '@postlude/contract';
import type { ComponentChildren, VNode } from 'preact';
import { Confirm } from '../../kit/confirm.tsx';
import { Link } from '../../kit/link.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ClaimState } from '../state.ts';
import { type ClaimsUi, troubleText } from '../ui.ts';
import { QuoteCosts } from './quote-costs.tsx';

interface QuoteProps {
  readonly ui: ClaimsUi;
  readonly state: ClaimState;
  readonly quote: RepairQuote;
}

/**
 * A quote with everything the European Repair Information Form tells (Directive (EU) 2024/1799, Annex I), and the answer to it:
 * first what it costs, then the rest.
 */
export function Quote({ ui, state, quote }: QuoteProps): VNode {
  const { repairer, days, temporary } = quote;
  return (
    <section class="quote" part="quote">
      <header class="quote-head">
        <h3 class="section-title">{ui.say('quote')}</h3>
        {quote.state === 'open' ? (
          <p class="quiet">{ui.say('quote.valid', { date: ui.format.day(quote.validUntil) })}</p>
        ) : null}
      </header>
      <QuoteCosts ui={ui} quote={quote} />
      <dl class="quote-facts">
        <Fact name={ui.say('quote.goods')}>{quote.goods}</Fact>
        <Fact name={ui.say('quote.defect')}>{quote.defect}</Fact>
        <Fact name={ui.say('quote.work')}>{quote.work}</Fact>
        <Fact name={ui.say('quote.days')}>{ui.say('quote.days.n', { n: days })}</Fact>
        <Fact name={ui.say('quote.hand_over')}>{quote.handOver}</Fact>
        <Fact name={ui.say('quote.temporary')}>
          {temporary ? temporary.text : ui.say('quote.temporary.none')}
        </Fact>
        {quote.calculation ? <Fact name={ui.say('quote.calculation')}>{quote.calculation}</Fact> : null}
        {quote.note ? <Fact name={ui.say('quote.note')}>{quote.note}</Fact> : null}
        <Fact name={ui.say('quote.repairer')}>
          <span class="words">
            <strong>
              <bdi>{repairer.name}</bdi>
            </strong>
            <span>
              <bdi>{repairer.address}</bdi>
            </span>
            {repairer.phone ? (
              <Link class="button plain" href={`tel:${repairer.phone}`}>
                <span>{ui.say('quote.phone', { phone: `\u2066${repairer.phone}\u2069` })}</span>
              </Link>
            ) : null}
            <Link class="button plain" href={`mailto:${repairer.email}`}>
              <bdi>{repairer.email}</bdi>
            </Link>
          </span>
        </Fact>
      </dl>
      <Answer ui={ui} state={state} quote={quote} />
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode {
  return (
    <div class="quote-fact">
      <dt class="quiet">{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

function Answer({ ui, state, quote }: QuoteProps): VNode {
  const { doing, trouble } = state;
  const { total } = quote;
  const sum = ui.format.money(total);
  if (quote.state !== 'open') return <Answered ui={ui} quote={quote} />;
  return (
    <>
      {trouble?.action === 'accept' || trouble?.action === 'decline' ? (
        <Notice tone="problem">{troubleText(ui, trouble.problem)}</Notice>
      ) : null}
      <div class="ways quote-ways">
        <Confirm
          guard={ui.guard}
          kind="primary"
          label={ui.say('quote.accept')}
          question={total.amount > 0 ? ui.say('quote.accept.question', { sum }) : ui.say('quote.accept.free')}
          about={total.amount > 0 ? ui.say('quote.accept.about') : undefined}
          yes={ui.say(doing === 'accept' ? 'sending' : 'quote.accept.yes')}
          no={ui.say('quote.no')}
          busy={doing !== null}
          onConfirm={() => ui.model.answerQuote(true)}
        />
        <Confirm
          guard={ui.guard}
          label={ui.say('quote.decline')}
          question={ui.say('quote.decline.question')}
          about={ui.say('quote.decline.about')}
          yes={ui.say(doing === 'decline' ? 'sending' : 'quote.decline.yes')}
          no={ui.say('quote.no')}
          busy={doing !== null}
          onConfirm={() => ui.model.answerQuote(false)}
        />
      </div>
    </>
  );
}

/** What became of a quote that cannot be answered any more. */
function Answered({ ui, quote }: { readonly ui: ClaimsUi; readonly quote: RepairQuote }): VNode {
  const { state, answeredAt, validUntil } = quote;
  const date =
    state === 'expired' ? ui.format.day(validUntil) : answeredAt ? ui.format.dayOf(answeredAt) : '';
  const text = ui.known(`quote.state.${state}`, { date }) ?? ui.say('status.other');
  return (
    <Notice tone={state === 'accepted' ? 'success' : state === 'expired' ? 'warning' : 'neutral'}>
      {text}
    </Notice>
  );
}
