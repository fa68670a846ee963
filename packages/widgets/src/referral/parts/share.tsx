import type { ReferralInvitation } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { CopyButton } from '../../kit/copy-button.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { nameText } from '../announcement.ts';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { LinkField } from './link-field.tsx';
import { Message } from './message.tsx';
import { NameForm } from './name-form.tsx';
import { QrCode } from './qr-code.tsx';
import { Toggle } from './toggle.tsx';
import { Ways } from './ways.tsx';

interface ShareProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly invitation: ReferralInvitation;
}

/** The link and the code, and every way to pass them on. */
export function Share({ ui, state, invitation }: ShareProps): VNode {
  const { code, name } = invitation;
  const { model } = ui;
  return (
    <>
      <div class="invitation" part="invitation">
        <LinkField ui={ui} link={invitation.link} />
        <div class="words">
          <span class="quiet">{ui.say('code')}</span>
          <CopyButton
            guard={ui.guard}
            class="big"
            value={code}
            label={ui.t('copy')}
            fullLabel={ui.say('reward.copy.full', { code })}
            copied={ui.t('copied')}
            refused={ui.t('copy_failed')}
            announce={(text) => {
              ui.said.value = { text };
              model.shared('copy_code');
            }}
          />
        </div>
      </div>
      <Ways ui={ui} text={model.messageToShare()} />
      <div class="more-ways">
        <Message ui={ui} state={state} first={invitation.message} />
        <Disclosure guard={ui.guard} label={ui.say('qr')}>
          {(open) => <QrCode ui={ui} invitation={invitation} open={open} />}
        </Disclosure>
        <p class="quiet">{nameText(ui, name)}</p>
        <Toggle ui={ui} label={ui.say('name.change')} open={state.isNaming} onToggle={model.nameAgain}>
          <NameForm ui={ui} state={state}>
            <Button guard={ui.guard} submit busy={state.doing === 'join'}>
              {ui.say(state.doing === 'join' ? 'name.busy' : 'name.keep')}
            </Button>
          </NameForm>
        </Toggle>
      </div>
    </>
  );
}
