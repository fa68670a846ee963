import type { VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { mistakeText } from './mistakes-text.ts';
import { PointList } from './point-list.tsx';
import { Scale } from './scale.tsx';
import type { StepProps } from './write.tsx';

/** The store's scales, what is good and what is not, and whether it is recommended. */
export function Points({ ui, state, subject, draft }: StepProps): VNode {
  const { fields, scales } = subject;
  const asksPoints = fields.prosAndCons !== 'off';
  return (
    <>
      {scales.map((scale) => {
        const { [scale.id]: value = null, ...others } = draft.scales;
        return (
          <Scale
            key={scale.id}
            ui={ui}
            scale={scale}
            value={value}
            error={mistakeText(ui, state.mistakes, `scale.${scale.id}`)}
            onChoose={(chosen) =>
              ui.model.change({ scales: chosen === null ? others : { ...draft.scales, [scale.id]: chosen } })
            }
          />
        );
      })}
      {asksPoints ? (
        <div class="point-lists">
          <PointList ui={ui} kind="pros" points={draft.pros} onChange={(pros) => ui.model.change({ pros })} />
          <PointList ui={ui} kind="cons" points={draft.cons} onChange={(cons) => ui.model.change({ cons })} />
        </div>
      ) : null}
      {fields.recommend === 'off' ? null : (
        <div class="yes-or-no">
          <Choice
            guard={ui.guard}
            legend={ui.say('recommend')}
            options={[
              { value: 'yes', label: ui.say('yes') },
              { value: 'no', label: ui.say('no') },
            ]}
            value={draft.recommend === null ? null : draft.recommend ? 'yes' : 'no'}
            onChoose={(value) => ui.model.change({ recommend: value === 'yes' })}
          />
        </div>
      )}
    </>
  );
}
