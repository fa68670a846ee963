/** A text as it is to be printed. */
export interface Printed {
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** How long the page that is printed stays, in milliseconds: some browsers read it while their dialogue is open. */
const kept = 60_000;

/** Prints a text alone, without the page around it. Nothing is loaded and nothing runs, so every policy of a page allows it. */
export function printText({ title, text, language, direction }: Printed): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, {
    position: 'fixed',
    insetInlineStart: '0',
    inlineSize: '0',
    blockSize: '0',
    border: '0',
  });
  document.body.append(frame);
  setTimeout(() => frame.remove(), kept);
  const { contentDocument: sheet, contentWindow: view } = frame;
  if (!sheet || !view) {
    print();
    return;
  }
  sheet.title = title;
  sheet.documentElement.lang = language;
  sheet.documentElement.dir = direction;
  const body = sheet.createElement('div');
  body.textContent = text;
  Object.assign(body.style, {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    font: '12pt/1.5 system-ui, sans-serif',
  });
  sheet.body.append(body);
  view.focus();
  view.print();
}
