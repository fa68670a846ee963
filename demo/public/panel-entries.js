// What both tabs of the panel list: messages with their bodies, newest first.

/** A message that went to the backend, with its answer. */
export function entry(sent) {
  const headers = Object.entries(sent.headers).map(([name, value]) => `${name}: ${value}`);
  return folded(
    [sent.provider, sent.topic, String(sent.status)],
    [
      `POST ${new URL(sent.url).pathname}`,
      ...headers,
      '',
      pretty(sent.body),
      '',
      `← ${sent.status}`,
      pretty(sent.answer),
    ].join('\n'),
  );
}

/** A line of three words that opens to a text. */
export function folded([who, what, answer], content) {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.append(element('b', who), element('span', what), element('span', answer, 'answer'));
  const text = element('pre', content);
  text.tabIndex = 0;
  details.append(summary, text);
  return details;
}

/** JSON as people read it. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Puts something on top of a list. */
export function show(list, content) {
  list.querySelector('.panel-empty')?.remove();
  const item = document.createElement('li');
  item.append(content);
  list.prepend(item);
}

/** An element with a text. */
export function element(name, text, className = '') {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}
