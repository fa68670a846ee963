import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import type { Guard } from './guard.ts';
import { useUniqueId } from './unique-id.ts';

interface ConfirmProps {
  readonly guard: Guard;
  /** On the button that asks. */
  readonly label: ComponentChildren;
  readonly question: string;
  /** What happens then, under the question. */
  readonly about?: ComponentChildren;
  readonly yes: ComponentChildren;
  readonly no: ComponentChildren;
  /** Of the button that asks; `secondary` unless given. */
  readonly kind?: 'primary' | 'secondary' | undefined;
  /** It is being done. */
  readonly busy?: boolean | undefined;
  readonly onConfirm: () => unknown;
}

/** A button that asks once more, in its own place, before something is done that cannot be taken back. */
export function Confirm(props: ConfirmProps): VNode {
  const { guard, label, question, about, yes, no, kind, busy, onConfirm } = props;
  const [asking, ask] = useState(false);
  const id = useUniqueId();
  const place = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // The focus goes to the question and, when that is taken back, to the button again; never at the first drawing.
    if (asking || asked.current) {
      place.current?.querySelector<HTMLElement>(asking ? '[tabindex]' : 'button')?.focus();
    }
    asked.current = asking;
  }, [asking]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for Escape from the buttons inside; it cannot be pressed itself.
    <div
      ref={place}
      class="confirm"
      onKeyDown={guard((event: KeyboardEvent) => {
        if (asking && event.key === 'Escape') ask(false);
      })}
    >
      {asking ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are two buttons under a question.
        <div role="group" aria-labelledby={id} class="confirm-box" part="confirm">
          <p id={id} tabIndex={-1}>
            <strong>{question}</strong>
          </p>
          {about ? <p class="quiet">{about}</p> : null}
          <div class="ways">
            <Button guard={guard} kind="primary" busy={busy} onPress={onConfirm}>
              {yes}
            </Button>
            <Button guard={guard} busy={busy} onPress={() => ask(false)}>
              {no}
            </Button>
          </div>
        </div>
      ) : (
        <Button guard={guard} kind={kind} busy={busy} onPress={() => ask(true)}>
          {label}
        </Button>
      )}
    </div>
  );
}
