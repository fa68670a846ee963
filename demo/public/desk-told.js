// What the desk knows of asking and of what was said: each ask of the order's shopper with its reason in words, each review with
// what can be done with it.

import { actionBox, choice, field } from './desk-forms.js';
import { element } from './panel-entries.js';

const kinds = {
  registration: 'Register',
  review: 'Review',
  media: 'Add a photo',
  referral: 'Recommend the shop',
};

/** Every ask of the order: what, of which item, how it stands and why. */
export function askRows(asks) {
  return asks.map((ask) => {
    const row = element('li', undefined, 'desk-ask');
    const head = element('p');
    head.append(
      element('b', kinds[ask.kind] ?? ask.kind),
      element('span', ask.title),
      element('b', ask.decision.state, `badge ${ask.decision.state}`),
    );
    row.append(head, element('p', ask.words, 'desk-way'));
    return row;
  });
}

/** A review with its five separate fields. */
export function reviewCard(one, act) {
  const { review, product, orderNumber, flags } = one;
  const { id, content, moderation, visibility } = review;
  const card = element('section', undefined, 'desk-return');
  const head = element('header');
  head.append(
    element('h3', `${'★'.repeat(content.stars)}${'☆'.repeat(5 - content.stars)}`),
    element('span', product?.title ?? 'The shop itself', 'about'),
    element('b', visibility === 'shown' ? moderation : visibility, `badge ${moderation}`),
  );
  card.append(head);
  if (content.title) card.append(element('p', `“${content.title}”`));
  if (content.text) card.append(element('p', content.text, 'desk-way'));
  const about = [
    content.name ?? 'anonymous',
    review.verification,
    review.incentivised ? 'incentivised' : null,
    one.origin,
    orderNumber ? `order ${orderNumber}` : null,
    ...flags.map((flag) => `flag: ${flag.replaceAll('_', ' ')}`),
  ];
  card.append(element('p', about.filter(Boolean).join(' · '), 'panel-empty'));
  if (review.uploads.length > 0) card.append(photosOf(review.uploads));
  if (review.reply) card.append(element('p', `Answered: ${review.reply.text}`, 'desk-question'));
  card.append(actionsOf(one, act, id));
  return card;
}

function photosOf(uploads) {
  const row = element('p');
  for (const [index, { upload }] of uploads.entries()) {
    const link = element('a', undefined, 'desk-photo');
    link.href = upload.url;
    link.target = '_blank';
    link.rel = 'noreferrer';
    const photo = document.createElement('img');
    photo.src = upload.url;
    photo.alt = `Photo ${index + 1} of the review`;
    photo.width = 44;
    photo.height = 44;
    link.append(photo);
    row.append(link);
  }
  return row;
}

function actionsOf({ actions, product }, act, id) {
  const about = product?.title ?? 'the shop';
  const call = (name, input, done) => act(`/reviews/${id}/${name}`, input, done);
  const { box, button, form } = actionBox({ key: id, about, call });
  const can = (name) => actions.includes(name);
  if (can('approve')) button('approve', 'Approve', 'The review is public.', undefined, true);
  if (can('reject')) form('reject', 'Reject', reasons(), 'The review is rejected.', reasonOf);
  if (can('hide')) form('hide', 'Hide', reasons(), 'The review is hidden.', reasonOf);
  if (can('show')) button('show', 'Show again', 'The review is shown again.');
  if (can('feature')) button('feature', 'Put first', 'The review stands first.');
  if (can('unfeature')) button('unfeature', 'Back in line', 'The review is back in line.');
  if (can('reply'))
    form('reply', 'Answer', [field('text', 'Public answer')], 'The answer is public.', (data) => ({
      text: data.get('text'),
    }));
  if (can('undo')) button('undo', 'Undo', 'The last step is taken back.');
  return box;
}

/** The fixed list: none of them knows the stars. */
const reasons = () => [
  choice('reason', 'Reason', [
    ['spam', 'Advertising or spam'],
    ['not_about_product', 'Not about the product'],
    ['personal_data', 'Tells personal data'],
    ['unlawful', 'Unlawful'],
    ['obscene', 'Obscene'],
    ['rights_of_others', 'Rights of others'],
    ['conflict_of_interest', 'Conflict of interest'],
    ['duplicate', 'There already'],
  ]),
  field('note', 'Note to the shopper', false),
];

const reasonOf = (data) => ({ reason: data.get('reason'), note: data.get('note') || null });
