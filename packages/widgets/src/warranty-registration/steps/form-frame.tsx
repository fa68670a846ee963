import type { ComponentChildren, TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ElsewhereState, TakeOverState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { formTrouble } from './form-trouble.ts';

interface FormFrameProps {
  readonly ui: Ui;
  readonly state: ElsewhereState | TakeOverState;
  readonly heading: ComponentChildren;
  readonly next: string;
  readonly onNext: () => void;
  readonly previous: string;
  readonly onPrevious: () => void;
  readonly children: ComponentChildren;
}

/** A form of its own screen: what went wrong, and the ways on and back, always in the same place. */
export function FormFrame(props: FormFrameProps): VNode {
  const { ui, state, heading, next, onNext, previous, onPrevious, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const news = ui.model.news.value;
  const busy = state.phase === 'sending';
  const trouble = formTrouble(ui, state);
  useEffect(() => {
    if (news?.code === 'mistakes')
      form.current?.querySelector<HTMLElement>('input[aria-invalid], [aria-invalid] input')?.focus();
  }, [news]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    if (!busy) onNext();
  };
  return (
    <section class="card" part="card">
      {heading}
      <form ref={form} class="form" part="form" noValidate onSubmit={ui.guard(submit)} aria-busy={busy}>
        {children}
        {trouble ? <Notice tone="problem">{trouble}</Notice> : null}
        <div class="ways form-ways">
          <Button guard={ui.guard} kind="primary" submit busy={busy}>
            {busy ? ui.say('sending') : next}
          </Button>
          <Button guard={ui.guard} busy={busy} onPress={onPrevious}>
            {previous}
          </Button>
        </div>
      </form>
    </section>
  );
}
