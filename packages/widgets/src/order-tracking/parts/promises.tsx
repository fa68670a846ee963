import type { Shipment } from '@postlude/contract';
import type { VNode } from 'preact';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Icon } from '../../kit/icon.tsx';
import type { Words } from '../../order-session/words.ts';
import { promiseText } from '../wording.ts';

interface PromisesProps {
  readonly ui: Words;
  readonly shipment: Shipment;
}

/** How the promised day moved: the last move in a line, and all of them on demand. */
export function Promises({ ui, shipment }: PromisesProps): VNode | null {
  const { promises } = shipment;
  const moves = promises
    .slice(1)
    .map((change, index) => ({
      ...change,
      from: promiseText(ui, (promises[index] ?? change).promise),
      to: promiseText(ui, change.promise),
    }))
    .reverse();
  const [last] = moves;
  if (!last || shipment.deliveredAt) return null;
  const row = ({ from, to, reason }: (typeof moves)[number]): VNode => {
    const why = reason ? ui.known(`sub.${reason}`) : null;
    return (
      <span class="dots">
        <span>{ui.t('promise.changed', { from, to })}</span>
        {why ? <span>{why}</span> : null}
      </span>
    );
  };
  return (
    <div part="promises">
      <p class="by quiet">
        <Icon name="clock" />
        {row(last)}
      </p>
      {moves.length > 1 ? (
        <Disclosure guard={ui.guard} label={ui.t('promise_history')}>
          {() => (
            <ol class="events">
              {moves.map((move) => (
                <li key={move.observedAt} class="event">
                  {row(move)}
                  <time class="quiet" dateTime={move.observedAt}>
                    {ui.t('promise.since', { date: ui.format.moment(move.observedAt) })}
                  </time>
                </li>
              ))}
            </ol>
          )}
        </Disclosure>
      ) : null}
    </div>
  );
}
