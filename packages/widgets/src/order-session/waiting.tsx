import type { VNode } from 'preact';
import { Icon } from '../kit/icon.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import type { WaitingState } from './state.ts';
import type { SessionUi } from './words.ts';

/** The lower part of an order that is not there yet; what stands above it makes both as tall as an order of one parcel. */
const rest = ['thing short', 'thing', 'thing', 'thing short', 'thing', 'short'];

/** Stands for what comes below the sentence of an order. */
export const Rest = (): VNode => <Skeleton bars={['short', ...rest]} />;

/** What stands where the order will be. */
export function Loading({ ui }: { readonly ui: SessionUi }): VNode {
  return (
    <section class="card" part="card" aria-busy="true">
      <Skeleton bars={['short', 'tall', 'tall', ...rest]} />
      <p class="unseen">{ui.t('loading')}</p>
    </section>
  );
}

/** The order was bought a moment ago, and nothing but its number is known of it yet. */
export function Waiting({ ui, state }: { readonly ui: SessionUi; readonly state: WaitingState }): VNode {
  return (
    <section class="card" part="card" aria-busy="true">
      <header>
        <p class="quiet" part="order">
          {ui.t('order', { number: state.order })}
        </p>
        <div class="hero success">
          <span class="badge" part="badge">
            <Icon name="check" />
          </span>
          <div class="words">
            <h2 class="headline" part="headline" tabIndex={-1}>
              {ui.t('waiting')}
            </h2>
            <p class="quiet">{ui.t('waiting.about')}</p>
          </div>
        </div>
      </header>
      <Rest />
    </section>
  );
}
