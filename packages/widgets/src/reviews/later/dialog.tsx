import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Guard } from '../../kit/guard.ts';
import { Icon } from '../../kit/icon.tsx';

interface DialogProps {
  readonly guard: Guard;
  readonly class: string;
  /** The id of what names it. */
  readonly labelledBy?: string | undefined;
  readonly label?: string | undefined;
  readonly close: string;
  readonly onClose: () => void;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  readonly children: ComponentChildren;
}

/** Something above the page: the browser's own dialog, which keeps the focus inside and gives it back. */
export function Dialog(props: DialogProps): VNode {
  const { guard, labelledBy, label, close, onClose, onKeyDown, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { activeElement } = (dialog.current?.getRootNode() ?? document) as ShadowRoot | Document;
    dialog.current?.showModal();
    return () => {
      if (activeElement instanceof HTMLElement) activeElement.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${props.class}`}
      part="dialog"
      aria-labelledby={labelledBy}
      aria-label={label}
      onClose={guard(onClose)}
      onClick={guard((event: MouseEvent) => {
        if (event.target === dialog.current) onClose();
      })}
      onKeyDown={onKeyDown ? guard(onKeyDown) : undefined}
    >
      <div class="dialog-content">
        <button type="button" class="button close" aria-label={close} onClick={guard(onClose)}>
          <Icon name="cross" />
        </button>
        {children}
      </div>
    </dialog>
  );
}
