import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Files } from '../../files/files.tsx';
import { Button } from '../../kit/button.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { asksSerial } from '../later.ts';
import { openItems } from '../open-items.ts';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';

interface MissingProps {
  readonly ui: Ui;
  readonly state: ReadyState;
}

/** What is asked beside the items: several serial numbers at once, and a proof of purchase. */
export function Missing({ ui, state }: MissingProps): VNode {
  const { list, proof, mistakes } = state;
  const open = openItems(list);
  const isOutside = open.some(({ passport }) => passport.origin === 'elsewhere');
  const mistake = mistakes.proof;
  return (
    <>
      {open.filter(asksSerial).length > 1 ? <Paste ui={ui} /> : null}
      {isOutside && list.proof !== 'off' ? (
        <Files
          ui={ui}
          label={ui.say(list.proof === 'required' ? 'proof' : 'proof.optional')}
          hint={ui.say('proof.hint', { n: list.uploads.perItem })}
          files={proof}
          most={list.uploads.perItem}
          of={open[0]?.passport.title ?? ''}
          error={mistake && ui.say(mistake === 'sending' ? 'proof.sending' : 'proof.missing')}
          onAdd={ui.model.addProof}
          onRetry={ui.model.retryPhoto}
          onRemove={ui.model.removePhoto}
        />
      ) : null}
    </>
  );
}

function Paste({ ui }: { readonly ui: Ui }): VNode {
  const [text, setText] = useState('');
  const [placed, setPlaced] = useState<number | null>(null);
  const use = async (): Promise<void> => {
    const n = await ui.model.pasteSerials(text);
    setPlaced(n);
    ui.said.value = { text: ui.say('paste.used', { n }) };
  };
  return (
    <Disclosure guard={ui.guard} label={ui.say('paste')}>
      {() => (
        <div class="form paste">
          <TextArea
            guard={ui.guard}
            name="serials"
            label={ui.say('paste.label')}
            hint={ui.say('paste.hint')}
            value={text}
            onEdit={setText}
          />
          <div class="ways">
            <Button guard={ui.guard} onPress={use}>
              {ui.say('paste.use')}
            </Button>
            {placed === null ? null : <p class="quiet">{ui.say('paste.used', { n: placed })}</p>}
          </div>
        </div>
      )}
    </Disclosure>
  );
}
