import type { TargetedEvent, VNode } from 'preact';
import { FieldError } from '../kit/field-frame.tsx';
import { Icon } from '../kit/icon.tsx';
import { useUniqueId } from '../kit/unique-id.ts';
import type { Words } from '../order-session/words.ts';
import type { Photo } from '../returns/photos/photo.ts';
import { FileTile } from './file-tile.tsx';

/** What `Files` and its tiles work with. Its words are those of the group `files`. */
export interface FilesProps {
  readonly ui: Words;
  readonly label: string;
  /** How many of what; the usual words unless given. */
  readonly hint?: string | undefined;
  /** What the browser lets the shopper choose; pictures and PDFs unless given. */
  readonly accept?: string | undefined;
  readonly files: readonly Photo[];
  readonly most: number;
  /** What they are about, for who does not see what they stand beside. */
  readonly of: string;
  readonly error?: string | undefined;
  readonly onAdd: (files: readonly Blob[]) => void;
  readonly onRetry: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/**
 * Photos and PDFs, from the camera or the device. The input names no camera: that lets a phone offer both, and lets Apple's convert
 * what only they can read.
 */
export function Files(props: FilesProps): VNode {
  const { ui, label, hint, accept = 'image/*,application/pdf', files, most, of, error, onAdd } = props;
  const id = useUniqueId();
  const take = (event: TargetedEvent<HTMLInputElement>): void => {
    const chosen = [...(event.currentTarget.files ?? [])];
    // The same file chosen again is to be told again.
    event.currentTarget.value = '';
    if (chosen.length > most - files.length)
      ui.said.value = { text: ui.known('files.most', { n: most }) ?? '' };
    onAdd(chosen);
  };
  return (
    <div class="field" part="files">
      <span class="files-label">{label}</span>
      <p id={`${id}-hint`} class="hint">
        {hint ?? ui.known('files.photos_hint', { n: most })}
      </p>
      <ul class="files">
        {files.map((file, index) => (
          <FileTile key={file.id} {...props} file={file} n={index + 1} />
        ))}
        {files.length >= most ? null : (
          <li>
            <label class="add-file">
              <input
                type="file"
                accept={accept}
                multiple
                class="add-file-input"
                aria-label={ui.known('files.add.of', { title: of }) ?? undefined}
                aria-invalid={error ? 'true' : undefined}
                aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
                onChange={ui.guard(take)}
              />
              <Icon name="camera" />
              <span>{ui.known('files.add')}</span>
            </label>
          </li>
        )}
      </ul>
      <FieldError id={id} error={error} />
    </div>
  );
}
