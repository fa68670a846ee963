import type { TargetedInputEvent, VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { described, FieldFrame } from '../../kit/field-frame.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { Toggle } from './toggle.tsx';

/** The longest message that every app takes from a link. */
const longest = 1000;

interface MessageProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  /** The message to begin with. */
  readonly first: string;
}

/** What is said when it is shared, in the shopper's own words. */
export function Message({ ui, state, first }: MessageProps): VNode {
  const id = useUniqueId();
  const { model, guard } = ui;
  const hint = ui.say('message.hint');
  return (
    <Toggle ui={ui} label={ui.say('message.change')} open={state.isWriting} onToggle={model.writeMessage}>
      <FieldFrame id={id} label={ui.say('message')} hint={hint} error={undefined}>
        <textarea
          id={id}
          part="input"
          dir="auto"
          rows={4}
          maxLength={longest}
          value={state.message ?? first}
          {...described(id, { hint })}
          onInput={guard((event: TargetedInputEvent<HTMLTextAreaElement>) =>
            model.editMessage(event.currentTarget.value),
          )}
        />
      </FieldFrame>
      <Button guard={guard} kind="plain" busy={state.message === null} onPress={model.resetMessage}>
        {ui.say('message.reset')}
      </Button>
    </Toggle>
  );
}
