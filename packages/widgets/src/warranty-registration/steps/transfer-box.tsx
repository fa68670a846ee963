import type { Passport } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Confirm } from '../../kit/confirm.tsx';
import { CopyButton } from '../../kit/copy-button.tsx';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';

interface TransferProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly passport: Passport;
}

/** Handing an item over: a code for the next owner, which can be taken back while nobody has used it. */
export function TransferBox({ ui, state, passport }: TransferProps): VNode {
  const { transfer, id } = passport;
  const busy = state.doing !== null;
  return (
    <section class="transfer" part="transfer">
      <h3 class="section-title">{ui.say('transfer')}</h3>
      {transfer ? (
        <>
          <div class="panel-box">
            <p class="quiet">{ui.say('transfer.code')}</p>
            <CopyButton
              guard={ui.guard}
              class="big"
              value={transfer.code}
              label={ui.t('copy')}
              fullLabel={ui.t('copy.what', { what: ui.say('transfer.code') })}
              copied={ui.t('copied')}
              refused={ui.t('copy_failed')}
              announce={(text) => {
                ui.said.value = { text };
              }}
            />
            <p class="quiet">{ui.say('transfer.until', { date: ui.format.dayOf(transfer.expiresAt) })}</p>
          </div>
          <Confirm
            guard={ui.guard}
            label={ui.say('transfer.back')}
            question={ui.say('transfer.back.question')}
            about={ui.say('transfer.back.about')}
            yes={ui.say('transfer.back.yes')}
            no={ui.say('transfer.back.no')}
            busy={busy}
            onConfirm={() => ui.model.cancelTransfer(id)}
          />
        </>
      ) : (
        <>
          <p class="quiet">{ui.say('transfer.about')}</p>
          <div class="ways">
            <Button guard={ui.guard} busy={busy} onPress={() => ui.model.startTransfer(id)}>
              {ui.say(state.doing?.action === 'transfer' ? 'transfer.making' : 'transfer.make')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
