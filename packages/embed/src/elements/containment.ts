const typing = ['keydown', 'keypress', 'keyup'];
const form = ['input', 'beforeinput', 'change', 'submit', 'reset'];

/**
 * Keeps inside of a widget what the page would misread: keys typed into our fields, which at the border look as if they
 * came from the element and set off the shop's one-key shortcuts; and changes of our forms, which a product form around
 * us would take for its own. Escape and Tab pass, because dialogs and focus traps of the page live on them.
 */
export function contain(root: ShadowRoot): void {
  for (const name of typing) {
    root.addEventListener(name, (event) => {
      const { key } = event as KeyboardEvent;
      if (key !== 'Escape' && key !== 'Tab' && isEditable(event.target)) event.stopPropagation();
    });
  }
  for (const name of form) root.addEventListener(name, (event) => event.stopPropagation());
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.localName))
  );
}
