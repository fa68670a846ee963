// What the desk knows of asking: each ask of the order's shopper with its reason in words.

import { element } from './panel-entries.js';

const kinds = { registration: 'Register', review: 'Review', media: 'Add a photo' };

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
