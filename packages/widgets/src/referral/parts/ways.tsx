import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import type { Ui } from '../ui.ts';

/** True where the device has a sheet of its own to share with. */
const hasSheet = (): boolean => typeof navigator !== 'undefined' && typeof navigator.share === 'function';

/** The ways to pass a message on. Whom it goes to is chosen elsewhere: nothing of that is asked or known here. */
export function Ways({ ui, text }: { readonly ui: Ui; readonly text: string }): VNode {
  const [isRefused, refuse] = useState(false);
  const { model, guard } = ui;
  const written = encodeURIComponent(text);
  const subject = encodeURIComponent(ui.say('share.subject'));
  const mails = `mailto:?subject=${subject}&body=${written}`;

  const share = async (): Promise<void> => {
    refuse(false);
    try {
      await navigator.share({ text });
      model.shared('sheet');
    } catch (error) {
      // Closing the sheet is no failure.
      if ((error as { name?: unknown } | null)?.name === 'AbortError') return;
      refuse(true);
      ui.said.value = { text: ui.say('share.failed') };
    }
  };

  const way = (channel: 'whatsapp' | 'email' | 'sms', href: string): VNode => (
    <a
      class="button secondary"
      part="button button-secondary"
      href={href}
      {...(channel === 'whatsapp' ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
      onClick={guard(() => model.shared(channel))}
    >
      {ui.say(`share.${channel}`)}
      {channel === 'whatsapp' ? (
        <>
          <Icon name="out" />
          <span class="unseen">{ui.t('new_window')}</span>
        </>
      ) : null}
    </a>
  );

  return (
    <div class="passing">
      <h3 class="title">{ui.say('share.title')}</h3>
      <div class="ways">
        {hasSheet() ? (
          <Button guard={guard} onPress={share}>
            {ui.say('share.sheet')}
          </Button>
        ) : null}
        {way('whatsapp', `https://wa.me/?text=${written}`)}
        {way('email', mails)}
        {way('sms', `sms:?&body=${written}`)}
      </div>
      {isRefused ? <p class="error">{ui.say('share.failed')}</p> : null}
    </div>
  );
}
