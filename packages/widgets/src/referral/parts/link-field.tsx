import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../kit/icon.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { Ui } from '../ui.ts';

/** How long the confirmation stands in place of the label. */
const confirmationMs = 2500;

/** The link in a field that can be copied by hand where the browser does not let a page do it. */
export function LinkField({ ui, link }: { readonly ui: Ui; readonly link: string }): VNode {
  const id = useUniqueId();
  const field = useRef<HTMLInputElement>(null);
  const [said, say] = useState<string | null>(null);
  const copied = ui.t('copied');
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(
      ui.guard(() => say(null)),
      confirmationMs,
    );
    return () => clearTimeout(timer);
  }, [said]);

  const copy = async (): Promise<void> => {
    let result = copied;
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      field.current?.focus();
      field.current?.select();
      result = ui.t('copy_failed');
    }
    say(result);
    ui.said.value = { text: result };
    ui.model.shared('copy_link');
  };

  return (
    <div class="field">
      <label for={id}>{ui.say('link')}</label>
      <div class="link-row">
        <input
          ref={field}
          id={id}
          part="input"
          type="text"
          dir="ltr"
          readOnly
          value={link}
          onFocus={ui.guard(() => field.current?.select())}
        />
        <button
          type="button"
          class="button primary"
          part="button button-primary"
          aria-label={said ? undefined : ui.say('link.copy.full')}
          onClick={ui.guard(copy)}
        >
          <Icon name={said === copied ? 'check' : 'copy'} />
          <span>{said ?? ui.t('copy')}</span>
        </button>
      </div>
    </div>
  );
}
