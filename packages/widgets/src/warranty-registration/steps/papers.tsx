import type { Passport } from '@postlude/contract';
import type { VNode } from 'preact';
import { CopyButton } from '../../kit/copy-button.tsx';
import { Link } from '../../kit/link.tsx';
import type { Ui } from '../ui.ts';

/** The certificate of a registration: its number to copy, the papers to keep, and where anybody can check it. */
export function Papers({ ui, passport }: { readonly ui: Ui; readonly passport: Passport }): VNode | null {
  const { registration, documents, checkUrl } = passport;
  if (registration?.status !== 'registered') return null;
  const { code } = registration;
  return (
    <div class="panel-box papers" part="certificate">
      <p class="quiet">{ui.say('certificate_code')}</p>
      <CopyButton
        guard={ui.guard}
        class="big"
        value={code}
        label={ui.t('copy')}
        fullLabel={ui.t('copy.what', { what: ui.say('certificate_code') })}
        copied={ui.t('copied')}
        refused={ui.t('copy_failed')}
        announce={(text) => {
          ui.said.value = { text };
        }}
      />
      <div class="ways">
        {documents.map(({ kind, url }) => (
          <Link
            key={kind}
            href={url}
            class="button"
            part="button"
            newTab={kind === 'certificate' ? ui.t('new_window') : undefined}
          >
            {ui.say(kind)}
          </Link>
        ))}
      </div>
      {checkUrl ? (
        <Link href={checkUrl} class="button plain" part="button button-plain" newTab={ui.t('new_window')}>
          {ui.say('check')}
        </Link>
      ) : null}
    </div>
  );
}
