import type { Return, ReturnItem } from '@postlude/contract';
import type { VNode } from 'preact';
import { reasonLabel } from '../steps/reason-choice.tsx';
import { Thing } from '../steps/thing.tsx';
import type { Ui } from '../ui.ts';

/** The things of a return: why, for what, and what arrived of them. */
export function FiledItems({ ui, filed }: { readonly ui: Ui; readonly filed: Return }): VNode {
  return (
    <section class="section" part="items">
      <h3 class="section-title">{ui.say('check.items')}</h3>
      <ul class="things">
        {filed.items.map((item) => (
          <li key={item.id}>
            <Thing ui={ui} item={item} quantity={item.quantity}>
              {filed.route === 'return' ? (
                <span class="quiet">{reasonLabel(ui, { label: item.reasonLabel }, item.reason)}</span>
              ) : null}
              {item.note ? (
                <span class="quiet note-text">
                  <bdi>{item.note}</bdi>
                </span>
              ) : null}
              {item.uploads.length > 0 ? (
                <span class="quiet">{ui.say('photos.count', { n: item.uploads.length })}</span>
              ) : null}
              {filed.route === 'cancel' ? null : <span>{gets(ui, item, filed)}</span>}
              {item.received ? <span class="quiet">{arrived(ui, item.received, item.quantity)}</span> : null}
            </Thing>
          </li>
        ))}
      </ul>
    </section>
  );
}

const gets = (ui: Ui, { resolution, exchange }: ReturnItem, { route }: Return): string =>
  (exchange && ui.say('resolution.exchange.for', { title: exchange.title })) ??
  ui.known(`resolution.${resolution}.${route}`) ??
  ui.known(`resolution.${resolution}`) ??
  resolution;

const arrived = (ui: Ui, { quantity }: NonNullable<ReturnItem['received']>, of: number): string =>
  quantity === of ? ui.say('arrived.all') : ui.say('arrived.some', { n: quantity, of });
