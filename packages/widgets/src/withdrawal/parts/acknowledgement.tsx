import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { CopyButton } from '../../kit/copy-button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { safeAddress } from '../../kit/link.tsx';
import { Notice } from '../../kit/notice.tsx';
import { printText } from '../print-text.ts';
import type { DoneState } from '../state.ts';
import type { Ui } from '../ui.ts';

/** The acknowledgement: content, date and time at once on screen, to be saved and printed. */
export function Acknowledgement({ ui, state }: { readonly ui: Ui; readonly state: DoneState }): VNode {
  const { number, receivedAt, text, url, mailed } = state.receipt;
  const file = safeAddress(url);
  return (
    <section class="card" part="card">
      <header class="hero success">
        <span class="badge" part="badge">
          <Icon name="check" />
        </span>
        <div class="words">
          <h2 class="headline" part="headline" tabIndex={-1}>
            {ui.say('done')}
          </h2>
          <p class="quiet">{ui.say('done.at', { time: ui.exactly(receivedAt) })}</p>
        </div>
      </header>
      <div class="words">
        <p class="quiet">{ui.say('number')}</p>
        <CopyButton
          guard={ui.guard}
          class="big"
          value={number}
          label={ui.say('copy')}
          fullLabel={ui.say('copy.what', { what: number })}
          copied={ui.say('copied')}
          refused={ui.say('copy_failed')}
          announce={(said) => {
            ui.said.value = { text: said };
          }}
        />
      </div>
      <Notice tone={mailed ? 'success' : 'neutral'} icon={mailed ? 'check' : 'bang'}>
        {mailed ? ui.say('mailed', { email: state.values.email.trim() }) : ui.say('not_mailed')}
      </Notice>
      <div class="panel-box receipt" part="receipt">
        <p class="receipt-text" dir="auto">
          {text.trim()}
        </p>
      </div>
      <p class="quiet seal">{ui.say('seal')}</p>
      <div class="ways">
        {file ? (
          <a class="button primary" part="button button-primary" href={file} download={`${number}.txt`}>
            {ui.say('save')}
            <span class="unseen">{ui.say('save.full')}</span>
          </a>
        ) : null}
        <Button
          guard={ui.guard}
          onPress={() => printText({ title: number, text, language: ui.locale, direction: ui.direction })}
        >
          {ui.say('print')}
        </Button>
        <Button guard={ui.guard} kind="plain" onPress={ui.model.another}>
          {ui.say('another')}
        </Button>
      </div>
    </section>
  );
}
