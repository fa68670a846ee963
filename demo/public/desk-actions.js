// What the desk can do with a return.

import { actionBox, choice, field, labelled } from './desk-forms.js';
import { element } from './panel-entries.js';

/** The buttons and forms of one return; only what the backend says is possible now. */
export function actionsOf({ return: filed, actions }, act) {
  const does = (name, input, done) => act(`/returns/${filed.id}/${name}`, input, `${filed.number}: ${done}`);
  const can = (name) => actions.includes(name);

  const { box, button, form } = actionBox({ key: filed.id, about: filed.number, call: does });

  const received = (less) => () => ({
    items: filed.items.map(({ id, quantity }, index) => ({
      returnItemId: id,
      quantity: Math.max(0, quantity - (index === 0 ? less : 0)),
      grade: 'a',
      restock: true,
    })),
  });

  if (can('approve')) button('approve', 'Approve', 'approved.', undefined, true);
  if (can('receive')) {
    const isFirst = filed.status !== 'received';
    button('receive', 'All arrived', 'received.', received(0), isFirst);
    form('receive', 'Receive in part', partFields(filed), 'received in part.', (data) => partOf(filed, data));
    button('receive', 'One unit less', 'received, one unit less.', received(1));
  }
  if (can('inspect')) button('inspect', 'Inspected', 'inspected.');
  if (can('refund')) {
    const isMain = !can('receive') || filed.status === 'received' || filed.status === 'inspected';
    const credit = (filed.settlement?.storeCredit.amount ?? 0) > 0;
    const code = credit || filed.isGift ? { creditCode: `GLOW-${filed.number.slice(2)}` } : {};
    button('refund', 'Settle', 'settled.', () => code, isMain);
  }
  if (can('ask')) {
    form('ask', 'Ask', [field('text', 'What do you ask?')], 'asked.', (data) => ({ text: data.get('text') }));
  }
  if (can('decline')) {
    form('decline', 'Decline', declineFields(), 'declined.', (data) => ({
      code: data.get('code'),
      note: data.get('note') || null,
    }));
  }
  form('message', 'Write', [field('text', 'Message to the shopper')], 'message sent.', (data) => ({
    text: data.get('text'),
  }));
  if (can('close')) button('close', 'Close', 'closed.');
  if (can('undo')) button('undo', 'Undo', 'the last step is taken back.');
  return box;
}

const declineFields = () => [
  choice('code', 'Reason', [
    ['not_as_described', 'Not as described'],
    ['window_ended', 'The time is over'],
    ['final_sale', 'Final sale'],
    ['other', 'Another one, told below'],
  ]),
  field('note', 'Note to the shopper', false),
];

const grades = [
  ['a', 'A, as new'],
  ['b', 'B, opened'],
  ['c', 'C, used'],
  ['d', 'D, damaged'],
];

function partFields({ items }) {
  return items.map(({ id, title, quantity, received }) => {
    const row = element('div', undefined, 'desk-part');
    const number = element('input');
    number.type = 'number';
    number.name = `quantity:${id}`;
    number.min = 0;
    number.max = quantity;
    number.defaultValue = String(received?.quantity ?? quantity);
    row.append(labelled(`${title}, arrived`, number), choice(`grade:${id}`, 'Grade', grades));
    return row;
  });
}

const partOf = ({ items }, data) => ({
  items: items.map(({ id }) => {
    const grade = data.get(`grade:${id}`);
    return {
      returnItemId: id,
      quantity: Number(data.get(`quantity:${id}`)),
      grade,
      restock: grade === 'a' || grade === 'b',
    };
  }),
});
