// What the desk does about what stands behind an item: registrations to look at, claims with their repair, recalls.

import { actionBox, choice, field, line } from './desk-forms.js';
import { element } from './panel-entries.js';

/** A claim with its repair, and what can be done with it now. */
export function claimCard({ claim, actions, costs }, act) {
  const card = cardOf(claim.id, claim.number, claim.route.replaceAll('_', ' '), claim.status);
  const { events } = claim;
  card.append(
    element('p', `${claim.title}: ${claim.symptomLabel ?? 'something is wrong'}. “${claim.description}”`),
  );
  card.append(
    element(
      'p',
      `Wants ${claim.resolution.replaceAll('_', ' ')}. Last: ${events.at(-1)?.status ?? claim.status}.`,
      'desk-way',
    ),
  );
  if (claim.question) card.append(element('p', `Asked: ${claim.question}`, 'desk-question'));
  if (claim.quote) card.append(element('p', quoteOf(claim.quote), 'desk-sum'));
  if (costs.length > 0)
    card.append(
      element('p', `Cost: ${costs.map(({ kind, price }) => `${kind} ${money(price)}`).join(', ')}`),
    );
  card.append(claimActions(claim, actions, act));
  return card;
}

function claimActions(claim, actions, act) {
  const call = (name, input, done) => act(`/claims/${claim.id}/${name}`, input, `${claim.number}: ${done}`);
  const { box, button, form } = actionBox({ key: claim.id, about: claim.number, call });
  const can = (name) => actions.includes(name);
  if (can('review')) button('review', 'Look at it', 'under review.');
  if (can('approve')) button('approve', 'Approve', 'approved.', undefined, true);
  if (can('receive')) button('receive', 'Device arrived', 'the device is here.', undefined, true);
  if (can('diagnose')) button('diagnose', 'Diagnose', 'on the bench.', undefined, true);
  if (can('quote')) form('quote', 'Quote', quoteFields(), 'quoted.', quoteInput);
  if (can('await_parts')) button('await_parts', 'Wait for parts', 'waiting for parts.');
  if (can('repair')) button('repair', 'Repair', 'in repair.', undefined, true);
  if (can('test')) button('test', 'Tested', 'tested.', undefined, true);
  if (can('ship')) button('ship', 'Send back', 'on its way back.', parcel, true);
  if (can('finish')) button('finish', 'Done', 'done: repaired.', () => ({ outcome: 'repaired' }));
  if (can('ask'))
    form('ask', 'Ask', [field('text', 'What do you ask?')], 'asked.', (data) => ({ text: data.get('text') }));
  if (can('decline')) form('decline', 'Decline', declineFields(), 'declined.', reasonOf);
  form('message', 'Write', [field('text', 'Message to the shopper')], 'message sent.', (data) => ({
    text: data.get('text'),
  }));
  if (can('undo')) button('undo', 'Undo', 'the last step is taken back.');
  return box;
}

const parcel = () => ({ carrier: 'dhl', trackingNumber: `00340434${String(Date.now()).slice(-12)}` });

const quoteFields = () => [
  line('work', 'What is done', { value: 'New driver and switch' }),
  line('price', 'Price in euro', { type: 'number', value: '24' }),
  line('days', 'Days', { type: 'number', value: '5' }),
];

const quoteInput = (data) => ({
  work: data.get('work'),
  price: { amount: Math.round(Number(data.get('price')) * 100), currency: 'EUR' },
  days: Number(data.get('days')),
});

const declineFields = () => [
  choice('code', 'Reason', [
    ['not_covered', 'Not covered'],
    ['misuse', 'Fell or got wet'],
    ['not_reproducible', 'Works here'],
    ['other', 'Another one, told below'],
  ]),
  field('note', 'Note to the shopper', false),
];

const reasonOf = (data) => ({ code: data.get('code'), note: data.get('note') || null });

const quoteOf = ({ work, price, state, validUntil }) =>
  `Quote: ${work}, ${money(price)} (${state}, until ${validUntil})`;

/** A registration that waits for somebody to look at it, or was looked at. */
export function registrationCard({ passport, email, actions }, act) {
  const { registration } = passport;
  const card = cardOf(registration.id, `Registration ${registration.code}`, '', registration.status);
  const serial = passport.serial ? `, serial ${passport.serial}` : '';
  card.append(
    element(
      'p',
      `${passport.title}${serial}. Bought ${passport.boughtAt ?? 'here'} on ${passport.purchasedOn ?? '?'}, ${email ?? 'no address'}.`,
    ),
  );
  for (const { url } of registration.proof) {
    const link = element('a', 'Proof of purchase');
    link.href = url;
    link.target = '_blank';
    link.rel = 'noreferrer';
    card.append(link);
  }
  const call = (name, input, done) => act(`/registrations/${registration.id}/${name}`, input, done);
  const { box, button, form } = actionBox({ key: registration.id, about: registration.code, call });
  if (actions.includes('approve'))
    button('approve', 'Approve', 'The registration is approved.', undefined, true);
  if (actions.includes('reject'))
    form('reject', 'Reject', rejectFields(), 'The registration is rejected.', reasonOf);
  if (actions.includes('undo')) button('undo', 'Undo', 'The last step is taken back.');
  card.append(box);
  return card;
}

const rejectFields = () => [
  choice('code', 'Reason', [
    ['proof_unreadable', 'The proof cannot be read'],
    ['serial_not_ours', 'The serial number is not ours'],
    ['not_covered', 'Not covered'],
    ['other', 'Another one, told below'],
  ]),
  field('note', 'Note to the owner', false),
];

/** A recall that is shown to owners, or was. */
export function recallCard({ id, reference, state, reach }, act) {
  const card = cardOf(id, `Recall ${reference}`, '', state);
  const { items, reachable, mailed, acknowledged } = reach;
  card.append(
    element(
      'p',
      `${items} items, ${reachable} owners can be written to, ${mailed} mails sent, ${acknowledged} owners have read it.`,
    ),
  );
  const { box, button } = actionBox({
    key: id,
    about: reference,
    call: (name, input, done) => act(`/recalls/${id}/${name}`, input, done),
  });
  if (state === 'published') button('end', 'End the recall', 'The recall has ended.');
  card.append(box);
  return card;
}

function cardOf(id, title, about, state) {
  const card = element('section', undefined, 'desk-return');
  card.dataset.return = id;
  const head = element('header');
  head.append(
    element('h3', title),
    element('span', about, 'about'),
    element('b', state.replaceAll('_', ' '), `badge ${state}`),
  );
  card.append(head);
  return card;
}

function money({ amount, currency }) {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}
