const texts: Record<string, string> = {
  en: 'Not loaded. Try again',
  de: 'Nicht geladen. Noch einmal',
  ar: 'لم يتم التحميل. حاول مرة أخرى',
};

/**
 * Says in the room of a widget that its code did not come, with a button as the way on. Where the page wrote something of
 * its own into the element, that stays instead.
 */
export function showFailure(room: HTMLElement, language: string, retry: () => void): void {
  const slot = room.firstChild as HTMLSlotElement;
  if (room.querySelector('button') || /\S/.test((room.getRootNode() as ShadowRoot).host.textContent || ''))
    return;
  const button = document.createElement('button');
  button.textContent = texts[language] || '';
  button.style.cssText = 'font:inherit;min-height:44px';
  button.onclick = () => {
    room.replaceChild(slot, button);
    retry();
  };
  room.replaceChild(button, slot);
}
