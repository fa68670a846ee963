// The demo's clock: what takes weeks in a shop happens when a button is pressed. It never goes back.

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/Berlin' });

/** Shows the demo's day in the panel and moves it on; `onMoved` is told afterwards. */
export function watchClock(panel, onMoved) {
  const shown = panel.querySelector('.panel-now');
  const buttons = [...panel.querySelectorAll('[data-days]')];

  const draw = ({ now }) => {
    shown.dateTime = now;
    shown.textContent = format.format(new Date(now));
  };
  const ask = async (sent) => {
    const response = await fetch('/clock', sent);
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    draw(answer);
  };

  for (const button of buttons) {
    button.addEventListener('click', async () => {
      // Not `disabled`: that would take the focus away from whoever has just pressed it.
      if (button.getAttribute('aria-disabled') === 'true') return;
      for (const one of buttons) one.setAttribute('aria-disabled', 'true');
      try {
        await ask({ method: 'POST', body: JSON.stringify({ days: Number(button.dataset.days) }) });
        await onMoved();
      } catch (error) {
        shown.textContent = `That did not work: ${error.message}`;
      }
      for (const one of buttons) one.removeAttribute('aria-disabled');
    });
  }
  ask().catch(() => {});
}
