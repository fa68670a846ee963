// What the desk knows of recommendations: each with its story, what looked wrong about it, its rewards, and what can be done.

import { actionBox } from './desk-forms.js';
import { element, folded } from './panel-entries.js';

/** A recommendation with its story in words. */
export function referralCard({ referral, score, rewards, story, actions }, act) {
  const { id, state, reason, words, advocate, friendEmail, order } = referral;
  const card = element('section', undefined, 'desk-return');
  const head = element('header');
  head.append(
    element('h3', friendEmail ?? 'Somebody'),
    element('span', `by ${advocate.name ?? 'a friend'} (${advocate.code})`, 'about'),
    element('b', reason ? `${state}: ${reason.replaceAll('_', ' ')}` : state, `badge ${state}`),
  );
  card.append(head, element('p', words, 'desk-way'));
  if (order) card.append(element('p', `Order ${order.number}`, 'panel-empty'));
  if (score.length > 0) card.append(scoreOf(referral, score));
  for (const reward of rewards) {
    const what = `${reward.side}: ${reward.label}, ${reward.state}${reward.code ? ` (${reward.code})` : ''}`;
    card.append(element('p', reward.because ? `${what}. ${reward.because}` : what, 'desk-sum'));
  }
  const told = story.map((step) => `${step.at.slice(0, 10)}  ${step.by}: ${step.words}`);
  card.append(folded(['Story', `${story.length} steps`, ''], told.join('\n')));
  const call = (name, input, done) => act(`/referrals/${id}/${name}`, input, done);
  const { box, button } = actionBox({ key: id, about: friendEmail ?? 'the friend', call });
  if (actions.includes('approve')) button('approve', 'Approve', 'It goes on.', undefined, true);
  if (actions.includes('refuse')) button('refuse', 'Refuse', 'It is refused.');
  if (actions.includes('void')) button('void', 'Void', 'It is void, and its reward is taken back.');
  card.append(box);
  return card;
}

const scoreOf = (referral, parts) =>
  folded(
    ['Score', String(referral.score ?? 0), ''],
    parts.map(({ points, words }) => `${points}  ${words}`).join('\n'),
  );
