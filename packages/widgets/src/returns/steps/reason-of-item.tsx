import type { ItemRights } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { Photos } from '../photos/photos.tsx';
import { reasonAt, reasonsFor } from '../reasons.ts';
import { itemKey } from '../selection.ts';
import type { ChoosingState, ChosenItem } from '../state.ts';
import type { Ui } from '../ui.ts';
import { ReasonChoice } from './reason-choice.tsx';
import { Thing } from './thing.tsx';

interface ReasonOfItemProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly item: ChosenItem;
  readonly rights: ItemRights;
}

/** The longest note the wire takes. */
const longestNote = 2000;

/** Why one thing goes back. */
export function ReasonOfItem({ ui, state, item, rights }: ReasonOfItemProps): VNode {
  const { model } = ui;
  const key = itemKey(item);
  const mistake = (field: string): string | undefined => {
    const kind = state.mistakes[`${key}.${field}`];
    return kind && (ui.known(`mistake.${field}.${kind}`) ?? undefined);
  };
  const reasons = reasonsFor(state.options, rights);
  const { asks, isWhole } = reasonAt(reasons, item.reason);
  // Of a delivery that went wrong it is known already what happened.
  const isProblem = state.route === 'delivery_problem';
  const note = isProblem ? 'optional' : (asks?.note ?? 'off');
  const photos = isProblem ? 'optional' : (asks?.photos ?? 'off');
  const open = state.items.filter((other) => !other.reason).length;
  return (
    <section class="about-thing" part="reason">
      <Thing ui={ui} item={rights} quantity={item.quantity} isHeading />
      {isProblem ? null : (
        <ReasonChoice
          ui={ui}
          reasons={reasons}
          title={rights.title}
          value={item.reason}
          isShort={state.items.length > 1}
          error={mistake('reason')}
          onChoose={(path) => model.setReason(key, path)}
        />
      )}
      {isWhole && open > 0 ? (
        <Button guard={ui.guard} kind="plain" onPress={() => model.copyReason(key)}>
          {ui.say('reason.same', { n: open })}
        </Button>
      ) : null}
      {note !== 'off' ? (
        <TextArea
          guard={ui.guard}
          name="note"
          label={ui.say(note === 'required' ? 'note' : 'note.optional')}
          error={mistake('note')}
          value={item.note}
          required={note === 'required'}
          maxLength={longestNote}
          left={(n) => ui.say('note.left', { n })}
          onEdit={(text) => model.setNote(key, text)}
        />
      ) : null}
      {photos !== 'off' ? (
        <Photos
          ui={ui}
          photos={item.photos}
          most={state.options.uploads.perItem}
          isRequired={photos === 'required'}
          of={rights.title}
          error={mistake('photos')}
          onAdd={(files) => model.addPhotos(key, files)}
        />
      ) : null}
    </section>
  );
}
