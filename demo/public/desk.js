// The shop's desk: the returns of the order on the page, what can be done with each, withdrawals, and what the platform
// was told. Everything is asked of the shop's own server.

import { actionsOf } from './desk-actions.js';
import { claimCard, recallCard, registrationCard } from './desk-care.js';
import { referralCard } from './desk-referrals.js';
import { askRows, reviewCard } from './desk-told.js';
import { element, folded, pretty } from './panel-entries.js';

/** How often the desk looks by itself while it is open, in milliseconds. */
const pause = 4000;

/**
 * Makes the desk in its tab. `onState` is told what the carrier's tab is drawn from, `onActed` that something was done.
 */
export function createDesk(panel, { onState, onActed }) {
  const number = panel.dataset.order;
  const list = panel.querySelector('.desk-returns');
  const withdrawals = panel.querySelector('.desk-withdrawals');
  const care = panel.querySelector('.desk-care');
  const asked = panel.querySelector('.desk-asks');
  const said = panel.querySelector('.desk-reviews');
  const recommended = panel.querySelector('.desk-referrals');
  const events = panel.querySelector('.desk-events');
  const status = panel.querySelector('.desk-status');
  const count = panel.querySelector('.panel-count');
  const drawn = new Map();
  let isShown = false;
  let busy = false;

  async function call(path, input) {
    const sent = input ? { method: 'POST', body: JSON.stringify(input) } : {};
    const response = await fetch(`/desk/${number}${path}`, sent);
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  }

  async function act(path, input, done) {
    if (busy) return;
    busy = true;
    status.textContent = 'Asking the backend…';
    try {
      const answer = await call(path, input);
      list.querySelector(':focus')?.blur();
      draw(answer, true);
      status.textContent = done;
      await onActed();
    } catch (error) {
      status.textContent = `That did not work: ${error.message}`;
    }
    busy = false;
  }

  async function look() {
    try {
      draw(await call(''), false);
    } catch {
      // The next look may work.
    }
  }

  function draw(answer, isForced) {
    const {
      returns,
      claims,
      registrations,
      recalls,
      withdrawals: declared,
      asks,
      reviews,
      referrals,
      events: told,
      state,
    } = answer;
    onState(state);
    const waiting = [
      returns.filter((one) => one.return.status === 'requested'),
      claims.filter((one) => one.claim.status === 'received'),
      registrations.filter((one) => one.passport.registration.status === 'pending'),
      reviews.filter((one) => one.review.moderation === 'pending' && one.review.visibility === 'shown'),
      referrals.filter((one) => one.referral.state === 'flagged'),
    ].flat().length;
    count.hidden = waiting === 0;
    count.textContent = String(waiting);
    drawEvents(told);
    part(list, returns, isForced, () => {
      const cards = returns.map((one) => cardOf(one, act));
      return cards.length > 0 ? cards : [element('p', 'No return yet.', 'panel-empty')];
    });
    part(care, [claims, registrations, recalls], isForced, () => {
      const cards = [
        ...claims.map((one) => claimCard(one, act)),
        ...registrations.map((one) => registrationCard(one, act)),
        ...recalls.map((one) => recallCard(one, act)),
      ];
      return cards.length > 0 ? cards : [element('p', 'Nothing yet.', 'panel-empty')];
    });
    part(said, reviews, isForced, () => {
      const cards = reviews.map((one) => reviewCard(one, act));
      return cards.length > 0 ? cards : [element('p', 'No review yet.', 'panel-empty')];
    });
    part(recommended, referrals, isForced, () => {
      const cards = referrals.map((one) => referralCard(one, act));
      return cards.length > 0 ? cards : [element('p', 'No recommendation yet.', 'panel-empty')];
    });
    part(asked, asks, isForced, () => {
      const rows = askRows(asks);
      return rows.length > 0 ? rows : [element('li', 'Nothing yet.', 'panel-empty')];
    });
    part(withdrawals, declared, isForced, () => {
      const rows = declared.map((one) => withdrawalOf(one, act));
      return rows.length > 0 ? rows : [element('li', 'None yet.', 'panel-empty')];
    });
  }

  /** Draws a part of the desk anew where something in it changed; while somebody types there only when they asked for it. */
  function part(place, what, isForced, contentOf) {
    // Addresses of photos are new with each answer; they alone are no reason to draw anew.
    const next = JSON.stringify(what).replaceAll(/"url":"[^"]*"/g, '');
    if (next === drawn.get(place) || (!isForced && isTyping(place))) return;
    drawn.set(place, next);
    keepOpen(place, () => place.replaceChildren(...contentOf()));
  }

  function drawEvents(told) {
    const known = new Set([...events.querySelectorAll('[data-event]')].map((row) => row.dataset.event));
    for (const event of told.toReversed()) {
      if (known.has(event.id)) continue;
      events.querySelector('.panel-empty')?.remove();
      const row = document.createElement('li');
      row.dataset.event = event.id;
      row.append(folded([event.type, numberIn(event.body), clock(event.heardAt)], pretty(event.body)));
      events.prepend(row);
    }
  }

  panel.querySelector('.desk-recall').addEventListener('click', () => {
    act('/recalls', {}, 'The recall is published: look at the cards.');
  });

  setInterval(() => {
    if (isShown && !busy && document.visibilityState === 'visible') look();
  }, pause);

  return {
    look,
    shown(value) {
      isShown = value;
      if (value) look();
    },
  };
}

/** True while something was typed that drawing anew would lose. */
const isTyping = (list) =>
  [...list.querySelectorAll('textarea, input[type=text]')].some((field) => field.value !== '') ||
  list.contains(document.activeElement);

/** Draws, and opens again what was open. */
function keepOpen(list, drawAll) {
  const open = new Set(
    [...list.querySelectorAll('details[open][data-key]')].map(({ dataset }) => dataset.key),
  );
  drawAll();
  for (const details of list.querySelectorAll('details[data-key]')) {
    if (open.has(details.dataset.key)) details.open = true;
  }
}

function cardOf(one, act) {
  const { return: filed, audit } = one;
  const card = element('section', undefined, 'desk-return');
  card.dataset.return = filed.id;
  const head = element('header');
  const about = [routes[filed.route], filed.isGift ? 'gift' : null].filter(Boolean).join(', ');
  head.append(
    element('h3', filed.number),
    element('span', about, 'about'),
    element('b', filed.status, `badge ${filed.status}`),
  );
  const items = element('ul', undefined, 'desk-items');
  items.append(...filed.items.map(itemOf));
  card.append(head, items, element('p', sumOf(filed), 'desk-sum'));
  if (filed.method) card.append(element('p', wayOf(filed.method), 'desk-way'));
  if (filed.question) card.append(element('p', `Asked: ${filed.question}`, 'desk-question'));
  if (filed.messages.length > 0) card.append(messagesOf(filed.messages));
  card.append(actionsOf(one, act), auditOf(filed.id, audit));
  return card;
}

const routes = { return: 'return', cancel: 'cancellation', delivery_problem: 'delivery problem' };

function itemOf(item) {
  const row = element('li');
  const text = element('span');
  const what = item.variant ? `${item.title}, ${item.variant}` : item.title;
  text.append(element('strong', `${item.quantity} × ${what}`));
  const wanted = item.exchange ? `exchange for ${item.exchange.title}` : item.resolution.replace('_', ' ');
  text.append(element('small', `${item.reasonLabel ?? item.reason} → ${wanted}`));
  if (item.note) text.append(element('small', `“${item.note}”`));
  if (item.received) {
    const grade = item.received.grade ? `, grade ${item.received.grade.toUpperCase()}` : '';
    text.append(element('small', `${item.received.quantity} of ${item.quantity} arrived${grade}`));
  }
  row.append(pictureOf(item.imageUrl), text);
  for (const [index, upload] of item.uploads.entries()) {
    const link = element('a', undefined, 'desk-photo');
    link.href = upload.url;
    link.target = '_blank';
    link.rel = 'noreferrer';
    const photo = pictureOf(upload.url);
    photo.alt = `Photo ${index + 1} of ${item.title}`;
    link.append(photo);
    row.append(link);
  }
  return row;
}

function pictureOf(url) {
  const picture = document.createElement('img');
  picture.alt = '';
  picture.width = 44;
  picture.height = 44;
  if (url) picture.src = url;
  else picture.hidden = true;
  return picture;
}

function sumOf({ settlement, settled, isGift }) {
  const parts = settled ?? settlement;
  if (!parts) return isGift ? 'No sum is shown for a gift.' : 'Prices are not known.';
  const rows = [
    ['refund', parts.refund],
    ['store credit', parts.storeCredit],
    ['to pay', parts.toPay],
  ].filter(([, money]) => money && money.amount !== 0);
  const sums = rows.map(([name, money]) => `${moneyText(money)} ${name}`).join(', ') || 'Nothing to pay';
  return settled ? `Settled: ${sums}` : `Worked out: ${sums}`;
}

function moneyText({ amount, currency }) {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}

const wayOf = ({ kind, place }) =>
  `Comes back by: ${kind.replaceAll('_', ' ')}${place ? `, ${place.name}` : ''}`;

function messagesOf(messages) {
  const list = element('ul', undefined, 'desk-messages');
  for (const { from, text } of messages) {
    const row = element('li', undefined, from);
    row.append(element('b', from === 'store' ? 'Shop' : 'Shopper'), element('span', text));
    list.append(row);
  }
  return list;
}

function auditOf(id, audit) {
  const rows = audit.map(({ at, by, action, before, after, note }) => {
    const change = before === after || before === null ? after : `${before} → ${after}`;
    return `${clock(at)}  ${by}: ${action}  (${change})${note ? `\n          “${note}”` : ''}`;
  });
  const details = folded(['Audit', `${audit.length} entries`, ''], rows.join('\n'));
  details.dataset.key = `${id}:audit`;
  details.className = 'desk-audit';
  return details;
}

function withdrawalOf(one, act) {
  const row = element('li', undefined, 'desk-withdrawal');
  const text = element('span', undefined, 'what');
  text.append(element('strong', `${one.number} · contract ${one.contract}`));
  text.append(element('small', `${one.name}, ${one.email}, ${clock(one.receivedAt)}`));
  if (one.items) text.append(element('small', `“${one.items}”`));
  text.append(element('small', one.marks.map((mark) => mark.replaceAll('_', ' ')).join(', ')));
  row.append(text);
  if (one.settledAt) {
    row.append(element('b', 'ticked off', 'badge refunded'));
    return row;
  }
  const button = element('button', 'Tick off');
  button.type = 'button';
  button.addEventListener('click', () =>
    act(`/withdrawals/${one.id}/settle`, {}, `${one.number} is ticked off.`),
  );
  row.append(button);
  return row;
}

/** The number of the return or the declaration an event is about. */
function numberIn(body) {
  const { data } = JSON.parse(body);
  return typeof data?.number === 'string' ? data.number : '';
}

const clock = (at) => new Date(at).toLocaleTimeString('en-GB');
