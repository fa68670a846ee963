const texts: Record<string, string> = {
  en: 'This was not loaded. Try again',
  de: 'Das wurde nicht geladen. Noch einmal',
  ar: 'لم يتم التحميل. حاول مرة أخرى',
};

/**
 * Says in the room of a widget that its code did not come, with a button as the way on. Where the page wrote something of
 * its own into the element, that stays instead.
 */
export function showFailure(room: HTMLElement, language: string, retry: () => void): void {
  const slot = room.querySelector('slot');
  if (!slot || slot.assignedNodes().some((node) => /\S/.test(node.textContent || ''))) return;
  const button = document.createElement('button');
  button.textContent = texts[language] || '';
  button.onclick = () => {
    room.replaceChild(slot, button);
    retry();
  };
  room.replaceChild(button, slot);
}
