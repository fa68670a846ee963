import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Guard } from './guard.ts';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  readonly guard: Guard;
  /** What is copied, and shown. A code is always written from left to right. */
  readonly value: string;
  /** The words on it, and the full sentence for those who do not see what it stands beside. */
  readonly label: string;
  readonly fullLabel: string;
  readonly copied: string;
  /** Said when the browser refuses: the text is selected then, ready to be copied by hand. */
  readonly refused: string;
  readonly announce: (text: string) => void;
  readonly class?: string | undefined;
}

/** How long the confirmation stands in place of the label. */
const confirmationMs = 2500;

/** A code with a button that copies it. */
export function CopyButton(props: CopyButtonProps): VNode {
  const { guard, value, label, fullLabel, copied, refused, announce } = props;
  const [said, say] = useState<string | null>(null);
  const code = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(
      guard(() => say(null)),
      confirmationMs,
    );
    return () => clearTimeout(timer);
  }, [said, guard]);

  const copy = async (): Promise<void> => {
    let result = copied;
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      if (code.current) getSelection()?.selectAllChildren(code.current);
      result = refused;
    }
    say(result);
    announce(result);
  };

  return (
    <span class={`copy ${props.class ?? ''}`}>
      <bdi ref={code} class="code" dir="ltr" part="code" translate={false}>
        {value}
      </bdi>
      <button
        type="button"
        class="button plain"
        part="button button-plain"
        aria-label={said ? undefined : fullLabel}
        onClick={guard(copy)}
      >
        <Icon name={said === copied ? 'check' : 'copy'} />
        <span>{said ?? label}</span>
      </button>
    </span>
  );
}
