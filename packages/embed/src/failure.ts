const texts: Record<string, readonly [sentence: string, button: string]> = {
  en: ['This could not be loaded.', 'Try again'],
  de: ['Das konnte nicht geladen werden.', 'Noch einmal'],
  ar: ['تعذر تحميل هذا الجزء.', 'حاول مرة أخرى'],
};

/**
 * Says that a widget's code did not come, in the room kept for it, with a way on. Where the page wrote something of its own
 * into the element, that stays instead.
 */
export function showFailure(room: HTMLElement, language: string, retry: () => void): void {
  const slot = room.querySelector('slot');
  if (!slot || slot.assignedNodes().some((node) => /\S/.test(node.textContent || ''))) return;
  const [sentence, button] = texts[language] || (texts['en'] as readonly [string, string]);
  const box = document.createElement('div');
  box.className = 'failed';
  box.setAttribute('role', 'alert');
  const line = box.appendChild(document.createElement('p'));
  line.textContent = sentence;
  const again = box.appendChild(document.createElement('button'));
  again.type = 'button';
  again.textContent = button;
  again.onclick = () => {
    room.removeChild(box);
    room.appendChild(slot);
    retry();
  };
  room.replaceChild(box, slot);
}
