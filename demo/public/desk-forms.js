// Buttons and forms of the desk: a button where nothing has to be said, a form that opens where something has.

import { element } from './panel-entries.js';

/** A box of buttons and forms about one thing. `call(name, input, done)` does it; `key` tells its forms from others'. */
export function actionBox({ key, about, call }) {
  const box = element('div', undefined, 'desk-actions');
  return {
    box,
    button(name, label, done, input = () => ({}), isMain = false) {
      const made = element('button', label, isMain ? 'main' : '');
      made.type = 'button';
      made.setAttribute('aria-label', `${label}: ${about}`);
      made.addEventListener('click', () => call(name, input(), done));
      box.append(made);
    },
    form(name, label, fields, done, inputOf) {
      const details = element('details');
      details.dataset.key = `${key}:${name}`;
      const made = element('form');
      const send = element('button', label, 'main');
      made.append(...fields, send);
      made.addEventListener('submit', (event) => {
        event.preventDefault();
        const input = inputOf(new FormData(made));
        made.reset();
        call(name, input, done);
      });
      details.append(element('summary', `${label}…`), made);
      box.append(details);
    },
  };
}

export function field(name, label, isRequired = true) {
  const area = element('textarea');
  area.name = name;
  area.rows = 2;
  area.required = isRequired;
  return labelled(label, area);
}

export function line(name, label, { type = 'text', value = '', isRequired = true } = {}) {
  const input = element('input');
  input.type = type;
  input.name = name;
  input.defaultValue = value;
  input.required = isRequired;
  return labelled(label, input);
}

export function labelled(text, control) {
  const label = element('label', text);
  label.append(control);
  return label;
}

export function choice(name, label, options) {
  const select = element('select');
  select.name = name;
  for (const [value, text] of options) select.append(new Option(text, value));
  return labelled(label, select);
}
