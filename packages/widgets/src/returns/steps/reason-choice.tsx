import type { OfferedReason } from '@postlude/contract';
import type { VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { reasonAt } from '../reasons.ts';
import type { Ui } from '../ui.ts';
import { Select } from './select.tsx';

interface ReasonChoiceProps {
  readonly ui: Ui;
  readonly reasons: readonly OfferedReason[];
  /** The thing, for who does not see what this stands beside. */
  readonly title: string;
  /** The path of the reason. */
  readonly value: string | null;
  /** Lists that open, where there are several things to ask about. */
  readonly isShort: boolean;
  readonly error: string | undefined;
  readonly onChoose: (path: string) => void;
}

/** Why, and more precisely why, where there are finer reasons. */
export function ReasonChoice(props: ReasonChoiceProps): VNode {
  const { ui, reasons, title, value, isShort, error, onChoose } = props;
  const { reason, child } = reasonAt(reasons, value);
  const finer = (of: OfferedReason) =>
    of.children.map(({ code, label }) => ({
      value: pathOf(of, code),
      label: reasonLabel(ui, { label }, code),
    }));
  const chosenChild = reason && child ? pathOf(reason, child.code) : null;
  if (!isShort)
    return (
      <Choice
        guard={ui.guard}
        legend={ui.say('reason.of', { title })}
        hideLegend
        error={reason ? undefined : error}
        options={reasons.map((one) => ({
          value: one.code,
          label: reasonLabel(ui, one, one.code),
          more:
            one.children.length > 0 ? (
              <Choice
                guard={ui.guard}
                legend={ui.say('reason.finer')}
                error={error}
                options={finer(one)}
                value={chosenChild}
                onChoose={onChoose}
              />
            ) : undefined,
        }))}
        value={reason?.code ?? null}
        onChoose={onChoose}
      />
    );
  return (
    <>
      <Select
        guard={ui.guard}
        label={ui.say('reason.label')}
        empty={ui.say('choose')}
        error={reason ? undefined : error}
        options={reasons.map((one) => ({ value: one.code, label: reasonLabel(ui, one, one.code) }))}
        value={reason?.code ?? null}
        onChoose={onChoose}
      />
      {reason && reason.children.length > 0 ? (
        <Select
          guard={ui.guard}
          label={ui.say('reason.finer')}
          empty={ui.say('choose')}
          error={error}
          options={finer(reason)}
          value={chosenChild}
          onChoose={onChoose}
        />
      ) : null}
    </>
  );
}

/** The store's words for a reason, ours for the usual ones, or its code as words. */
export function reasonLabel(ui: Ui, { label }: Pick<OfferedReason, 'label'>, code: string): string {
  const last = code.replace(/^.*\./, '');
  const words = last.replaceAll(/[_-]/g, ' ');
  return label ?? ui.known(`reason.${last}`) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const pathOf = (parent: OfferedReason, code: string): string =>
  code.startsWith(`${parent.code}.`) ? code : `${parent.code}.${code}`;
