import type { StaffReturn } from '@postlude/contract';
import { html, raw } from 'hono/html';
import { type Play, plays, possiblePlays } from '../carrier/plays.ts';
import { parcelOf, possibleReturnPlays } from '../carrier/return-plays.ts';
import { carriers, type DemoOrder } from '../orders/demo-order.ts';
import type { Html } from './layout.ts';

const names: Readonly<Record<Play, readonly [name: string, hint: string]>> = {
  next: ['Next event', 'what happens next when nothing goes wrong'],
  deliver: ['Deliver', 'skips to the door'],
  delay: ['Delay', 'a winter storm, two days later'],
  customs: ['Hold at customs', 'import duty must be paid'],
  lost: ['Lost', 'the carrier gives up'],
  'second-parcel': ['Second parcel', 'what is left, or a present'],
  refund: ['Refund', 'the platform gives everything back'],
};

/** What the panel has to know of an order to draw itself again: its parcels and what can be played with each. */
export interface PanelState {
  readonly parcels: readonly PanelParcel[];
}

/** A parcel the carrier can be played with. */
export interface PanelParcel {
  readonly name: string;
  readonly plays: readonly Play[];
  /** What its buttons call below `/carrier/<order>`; with `{play}` in it. */
  readonly address: string;
}

/** The panel's state for an order as it is now, with the returns that come back by parcel. */
export function panelState(order: DemoOrder, returns: readonly StaffReturn[] = []): PanelState {
  const back = returns
    .filter((one) => parcelOf(order, one.return.id) || possibleReturnPlays(order, one).length > 0)
    .map((one) => ({
      name: `${one.return.number} ${parcelOf(order, one.return.id) ? 'comes back' : 'is handed in'}`,
      plays: possibleReturnPlays(order, one),
      address: `returns/${one.return.id}/{play}`,
    }));
  if (order.parcels.length === 0) {
    const plays = possiblePlays(order, 0);
    return { parcels: [{ name: 'Not packed yet', plays, address: '{play}?parcel=0' }, ...back] };
  }
  const out = order.parcels.map((parcel, index) => ({
    name: `${carriers[parcel.carrier].name} …${parcel.trackingNumber.slice(-4)}`,
    plays: possiblePlays(order, index),
    address: `{play}?parcel=${index}`,
  }));
  return { parcels: [...out, ...back] };
}

/** The side panel that plays the carrier and the shop's staff. For developers, so it speaks English whatever the shop speaks. */
export function panel(order: DemoOrder): Html {
  return html`<aside class="panel" lang="en" dir="ltr" aria-labelledby="panel-title" data-order="${order.number}">
    <button class="panel-handle" type="button" aria-expanded="false" aria-controls="panel-body">Play the carrier and the desk</button>
    <div id="panel-body" class="panel-body">
      <h2 id="panel-title">Behind the scenes</h2>
      <div class="panel-clock">
        <p>It is <time class="panel-now">today</time></p>
        <div role="group" aria-label="Move the demo’s clock on">
          <button type="button" data-days="1">+ 1 day</button>
          <button type="button" data-days="7">+ 1 week</button>
          <button type="button" data-days="14">+ 2 weeks</button>
        </div>
      </div>
      <div class="panel-tabs" role="tablist" aria-label="Behind the scenes">
        <button type="button" role="tab" id="tab-carrier" aria-controls="panel-carrier" aria-selected="true">The carrier</button>
        <button type="button" role="tab" id="tab-desk" aria-controls="panel-desk" aria-selected="false" tabindex="-1">The shop’s desk <span class="panel-count" hidden></span></button>
      </div>
      <div id="panel-carrier" class="panel-tab" role="tabpanel" aria-labelledby="tab-carrier">${carrierTab()}</div>
      <div id="panel-desk" class="panel-tab" role="tabpanel" aria-labelledby="tab-desk" hidden>${deskTab()}</div>
      <form method="post" action="/orders"><button class="panel-again">Start over with a new order</button></form>
    </div>
    <script type="application/json" id="panel-state">${raw(JSON.stringify(panelState(order)).replaceAll('<', '\\u003c'))}</script>
  </aside>`;
}

const carrierTab = (): Html => html`
  <p class="panel-lead">Each button sends a really signed webhook to the backend. Watch the card.</p>
  <fieldset class="panel-parcels"><legend>Parcel</legend></fieldset>
  <div class="panel-plays">${plays.map(
    (play) =>
      html`<button type="button" data-play="${play}"><strong>${names[play][0]}</strong><small>${names[play][1]}</small></button>`,
  )}</div>
  <p class="panel-status" role="status"></p>
  <h3>Sent to the backend</h3>
  <ol class="panel-log" reversed><li class="panel-empty">Nothing yet.</li></ol>
  <h3>Heard on the page</h3>
  <ol class="panel-events" reversed><li class="panel-empty">Nothing yet.</li></ol>`;

const deskTab = (): Html => html`
  <p class="panel-lead">What staff do, through the typed client on the shop’s server. The secret key never reaches this page.</p>
  <p class="panel-status desk-status" role="status"></p>
  <div class="desk-returns"><p class="panel-empty">Looking…</p></div>
  <h3>Claims, registrations, recalls</h3>
  <div class="desk-care desk-returns"><p class="panel-empty">Looking…</p></div>
  <div class="desk-actions"><button type="button" class="desk-recall">Recall the first lamp of this order</button></div>
  <h3>Reviews</h3>
  <div class="desk-reviews desk-returns"><p class="panel-empty">Looking…</p></div>
  <h3>Recommendations</h3>
  <div class="desk-referrals desk-returns"><p class="panel-empty">Looking…</p></div>
  <h3>What the shopper is asked, and why not</h3>
  <ul class="desk-asks"><li class="panel-empty">Looking…</li></ul>
  <h3>Withdrawals received</h3>
  <ul class="desk-withdrawals"><li class="panel-empty">None yet.</li></ul>
  <h3>Told to the platform</h3>
  <p class="panel-lead">Outgoing webhooks as the shop received them, with the signature checked.</p>
  <ol class="desk-events panel-log" reversed><li class="panel-empty">Nothing yet.</li></ol>`;
