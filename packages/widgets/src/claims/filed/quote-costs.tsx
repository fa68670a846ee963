import type { Money, RepairQuote } from '@postlude/contract';
import type { VNode } from 'preact';
import type { ClaimsUi } from '../ui.ts';

/** What a repair costs, row by row, and all together. */
export function QuoteCosts({ ui, quote }: { readonly ui: ClaimsUi; readonly quote: RepairQuote }): VNode {
  const { price, priceKind, services, temporary, total } = quote;
  const sum = (money: Money): string => (money.amount > 0 ? ui.format.money(money) : ui.say('quote.free'));
  const isMost = priceKind === 'at_most';
  return (
    <table class="quote-costs">
      <caption class="unseen">{ui.say('quote.services')}</caption>
      <tbody>
        <tr>
          <th scope="row">{ui.say(isMost ? 'quote.price.at_most' : 'quote.price')}</th>
          <td>{sum(price)}</td>
        </tr>
        {services.map((service) => (
          <tr key={service.text}>
            <th scope="row">
              <bdi>{service.text}</bdi>
            </th>
            <td>{sum(service.price)}</td>
          </tr>
        ))}
        {temporary ? (
          <tr>
            <th scope="row">
              <bdi>{temporary.text}</bdi>
            </th>
            <td>{sum(temporary.price)}</td>
          </tr>
        ) : null}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <strong>{ui.say(isMost ? 'quote.total.at_most' : 'quote.total')}</strong>{' '}
            <span class="quiet">{ui.say('quote.tax')}</span>
          </th>
          <td>
            <strong>{sum(total)}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
