/** What the button says, in every language there are texts in: whoever wants another one reads English. */
export const failureTexts: Readonly<Record<string, string>> = {
  en: 'Load again',
  de: 'Erneut laden',
  ar: 'إعادة التحميل',
};

/**
 * Says in the room of a widget that its code did not come, with a button as the way on. Where the page wrote something of
 * its own into the element, that stays instead.
 */
export function showFailure(element: Element, room: HTMLElement, language: string, retry: () => void): void {
  if (/\S/.test(`${element.textContent}`)) return;
  room.textContent = '';
  const button = room.appendChild(document.createElement('button'));
  button.textContent = failureTexts[language] as string;
  button.style.minHeight = '44px';
  button.onclick = () => {
    room.textContent = '';
    retry();
  };
}
