import { html, raw } from 'hono/html';
import { type Play, plays, possiblePlays } from '../carrier/plays.ts';
import { carriers, type DemoOrder } from '../orders/demo-order.ts';
import type { Html } from './layout.ts';

const names: Readonly<Record<Play, readonly [name: string, hint: string]>> = {
  next: ['Next event', 'what happens next when nothing goes wrong'],
  deliver: ['Deliver', 'skips to the door'],
  delay: ['Delay', 'a winter storm, two days later'],
  customs: ['Hold at customs', 'import duty must be paid'],
  lost: ['Lost', 'the carrier gives up'],
  'second-parcel': ['Second parcel', 'what is left, or a present'],
};

/** What the panel has to know of an order to draw itself again: its parcels and what can be played with each. */
export interface PanelState {
  readonly parcels: readonly { readonly name: string; readonly plays: readonly Play[] }[];
}

/** The panel's state for an order as it is now. */
export function panelState(order: DemoOrder): PanelState {
  if (order.parcels.length === 0)
    return { parcels: [{ name: 'Not packed yet', plays: possiblePlays(order, 0) }] };
  return {
    parcels: order.parcels.map((parcel, index) => ({
      name: `${carriers[parcel.carrier].name} …${parcel.trackingNumber.slice(-4)}`,
      plays: possiblePlays(order, index),
    })),
  };
}

/** The side panel that plays the carrier. For developers, so it speaks English whatever the shop speaks. */
export function panel(order: DemoOrder): Html {
  return html`<aside class="panel" lang="en" dir="ltr" aria-labelledby="panel-title" data-order="${order.number}">
    <button class="panel-handle" type="button" aria-expanded="false" aria-controls="panel-body">Play the carrier</button>
    <div id="panel-body" class="panel-body">
      <h2 id="panel-title">Play the carrier</h2>
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
      <ol class="panel-events" reversed><li class="panel-empty">Nothing yet.</li></ol>
      <form method="post" action="/orders"><button class="panel-again">Start over with a new order</button></form>
    </div>
    <script type="application/json" id="panel-state">${raw(JSON.stringify(panelState(order)).replaceAll('<', '\\u003c'))}</script>
  </aside>`;
}
