// The panel beside an order: its tabs, and the carrier's. Each button asks the shop's server to send a signed webhook,
// shows what was sent and what the backend answered, and tells the cards to look again at once.

import { createDesk } from './desk.js';
import { watchClock } from './panel-clock.js';
import { entry, show } from './panel-entries.js';

const panel = document.querySelector('.panel');
const number = panel.dataset.order;
const handle = panel.querySelector('.panel-handle');
const parcels = panel.querySelector('.panel-parcels');
const buttons = [...panel.querySelectorAll('[data-play]')];
const status = panel.querySelector('.panel-status');
const log = panel.querySelector('.panel-log');
const events = panel.querySelector('.panel-events');
const tabs = [...panel.querySelectorAll('[role=tab]')];

let state = JSON.parse(document.getElementById('panel-state').textContent);
let chosen = Math.max(
  0,
  state.parcels.findLastIndex((parcel) => !parcel.address.startsWith('returns/')),
);
let busy = false;

const refreshCards = () =>
  Promise.all(
    [
      'postlude-order-tracking',
      'postlude-returns',
      'postlude-warranty-registration',
      'postlude-review-prompt',
      'postlude-reviews',
      'postlude-referral',
    ].map((tag) => document.querySelector(tag)?.refresh?.()),
  );

const desk = createDesk(panel, {
  onState(next) {
    state = next;
    chosen = Math.min(chosen, state.parcels.length - 1);
    draw();
  },
  onActed: refreshCards,
});

handle.addEventListener('click', () => {
  const open = handle.getAttribute('aria-expanded') !== 'true';
  handle.setAttribute('aria-expanded', String(open));
});

for (const tab of tabs) {
  tab.addEventListener('click', () => choose(tab));
  tab.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tabs[(tabs.indexOf(tab) + 1) % tabs.length];
    choose(other);
    other.focus();
  });
}

function choose(tab) {
  for (const one of tabs) {
    const isChosen = one === tab;
    one.setAttribute('aria-selected', String(isChosen));
    one.tabIndex = isChosen ? 0 : -1;
    document.getElementById(one.getAttribute('aria-controls')).hidden = !isChosen;
  }
  try {
    sessionStorage.setItem('panel-tab', tab.id);
  } catch {
    // The tab is remembered where it can be.
  }
  desk.shown(tab.id === 'tab-desk');
}

// Whoever presses faster than the backend answers has every press played, one after the other.
let played = Promise.resolve();
for (const button of buttons) {
  button.addEventListener('click', () => {
    played = played.then(() => play(button.dataset.play));
  });
}

async function play(name) {
  const parcel = state.parcels[chosen];
  if (!parcel?.plays.includes(name)) return;
  busy = true;
  status.textContent = 'Sending…';
  try {
    const before = state.parcels.filter((one) => !one.address.startsWith('returns/')).length;
    const wasPacked = state.parcels[0].name !== 'Not packed yet';
    const response = await fetch(`/carrier/${number}/${parcel.address.replace('{play}', name)}`, {
      method: 'POST',
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    state = answer.state;
    const now = state.parcels.filter((one) => !one.address.startsWith('returns/')).length;
    if (now > before && wasPacked) chosen = now - 1;
    for (const sent of answer.sent) show(log, entry(sent));
    const refused = answer.sent.find((sent) => sent.status !== 200);
    status.textContent = refused ? `Refused with ${refused.status}.` : 'Taken by the backend.';
    await refreshCards();
    desk.look();
  } catch (error) {
    status.textContent = `That did not work: ${error.message}`;
  }
  busy = false;
  draw();
}

function draw() {
  const possible = state.parcels[chosen]?.plays ?? [];
  for (const button of buttons) {
    // Not `disabled`: that would take the focus away from whoever has just pressed it.
    button.setAttribute('aria-disabled', String(!possible.includes(button.dataset.play)));
  }
  if (!busy && possible.length === 0) status.textContent = 'Nothing more can happen to this parcel.';
  const focused = [...parcels.querySelectorAll('input')].indexOf(document.activeElement);
  const legend = parcels.querySelector('legend');
  parcels.hidden = state.parcels.length < 2;
  parcels.replaceChildren(legend, ...state.parcels.map((parcel, index) => choiceOf(parcel, index)));
  if (focused >= 0) parcels.querySelectorAll('input')[focused]?.focus();
}

function choiceOf(parcel, index) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = 'parcel';
  input.checked = index === chosen;
  input.addEventListener('change', () => {
    chosen = index;
    status.textContent = '';
    draw();
  });
  label.append(input, parcel.name);
  return label;
}

const heard = ['ready', 'order-shown', 'status-changed', 'session-opened', 'error'];
const heardOfReturns = ['returns-shown', 'return-filed', 'return-cancelled', 'withdrawal-declared'];
const heardOfCare = [
  'passports-shown',
  'item-registered',
  'claim-filed',
  'claim-cancelled',
  'quote-answered',
  'recall-acknowledged',
];
const heardOfReviews = [
  'ask-due',
  'ask-dismissed',
  'review-sent',
  'review-edited',
  'review-withdrawn',
  'reviews-shown',
];
const heardOfReferrals = ['referral-shown', 'referral-joined', 'referral-shared'];
const all = [...heard, ...heardOfReturns, ...heardOfCare, ...heardOfReviews, ...heardOfReferrals];
for (const name of all) {
  document.addEventListener(`postlude:${name}`, (event) => {
    show(events, `postlude:${name} ${JSON.stringify(event.detail ?? {})}`);
    if (!heard.includes(name)) desk.look();
  });
}

draw();
watchClock(panel, async () => {
  await refreshCards();
  desk.look();
});
try {
  const kept = tabs.find((tab) => tab.id === sessionStorage.getItem('panel-tab'));
  if (kept) choose(kept);
} catch {
  // The first tab is shown.
}
desk.look();
