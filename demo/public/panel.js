// The panel that plays the carrier: asks the shop's server to send a signed webhook, shows what was sent and what the
// backend answered, and tells the card to look again at once instead of at its own next time.

const panel = document.querySelector('.panel');
const card = document.querySelector('postlude-order-tracking');
const handle = panel.querySelector('.panel-handle');
const parcels = panel.querySelector('.panel-parcels');
const buttons = [...panel.querySelectorAll('[data-play]')];
const status = panel.querySelector('.panel-status');
const log = panel.querySelector('.panel-log');
const events = panel.querySelector('.panel-events');

let state = JSON.parse(document.getElementById('panel-state').textContent);
let chosen = state.parcels.length - 1;
let busy = false;

handle.addEventListener('click', () => {
  const open = handle.getAttribute('aria-expanded') !== 'true';
  handle.setAttribute('aria-expanded', String(open));
});

for (const button of buttons) button.addEventListener('click', () => play(button.dataset.play));

async function play(name) {
  if (busy || !state.parcels[chosen]?.plays.includes(name)) return;
  busy = true;
  status.textContent = 'Sending…';
  try {
    const before = state.parcels.length;
    const wasPacked = state.parcels[0].name !== 'Not packed yet';
    const response = await fetch(`/carrier/${panel.dataset.order}/${name}?parcel=${chosen}`, {
      method: 'POST',
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    state = answer.state;
    if (state.parcels.length > before && wasPacked) chosen = state.parcels.length - 1;
    for (const sent of answer.sent) show(log, entry(sent));
    const refused = answer.sent.find((sent) => sent.status !== 200);
    status.textContent = refused ? `Refused with ${refused.status}.` : 'Taken by the backend.';
    await card.refresh?.();
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
  if (!busy && possible.length === 0) status.textContent = 'Nothing more can happen to this order.';
  const legend = parcels.querySelector('legend');
  parcels.hidden = state.parcels.length < 2;
  parcels.replaceChildren(legend, ...state.parcels.map((parcel, index) => choiceOf(parcel, index)));
}

function choiceOf(parcel, index) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = 'parcel';
  input.checked = index === chosen;
  input.addEventListener('change', () => {
    chosen = index;
    draw();
    parcels.querySelectorAll('input')[index].focus();
  });
  label.append(input, parcel.name);
  return label;
}

function entry(sent) {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  const who = document.createElement('b');
  who.textContent = sent.provider;
  const topic = document.createElement('span');
  topic.textContent = sent.topic;
  const answer = document.createElement('span');
  answer.className = 'answer';
  answer.textContent = String(sent.status);
  summary.append(who, topic, answer);
  const text = document.createElement('pre');
  text.tabIndex = 0;
  const headers = Object.entries(sent.headers).map(([name, value]) => `${name}: ${value}`);
  text.textContent = [
    `POST ${new URL(sent.url).pathname}`,
    ...headers,
    '',
    pretty(sent.body),
    '',
    `← ${sent.status}`,
    pretty(sent.answer),
  ].join('\n');
  details.append(summary, text);
  return details;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function show(list, content) {
  list.querySelector('.panel-empty')?.remove();
  const item = document.createElement('li');
  item.append(content);
  list.prepend(item);
}

for (const name of ['ready', 'order-shown', 'status-changed', 'session-opened', 'error']) {
  document.addEventListener(`postlude:${name}`, (event) => {
    show(events, `postlude:${name} ${JSON.stringify(event.detail ?? {})}`);
  });
}

draw();
