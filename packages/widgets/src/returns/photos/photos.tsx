import type { TargetedEvent, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { FieldError } from '../../kit/field-frame.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { Ui } from '../ui.ts';
import type { Photo } from './photo.ts';
import { PhotoTile } from './photo-tile.tsx';

interface PhotosProps {
  readonly ui: Ui;
  readonly photos: readonly Photo[];
  readonly most: number;
  readonly isRequired?: boolean | undefined;
  /** What they show, for who does not see what they stand beside. */
  readonly of: string;
  readonly error?: string | undefined;
  readonly onAdd: (files: readonly Blob[]) => void;
}

/**
 * Photos of a thing, from the camera or the device. The input takes any picture and names no camera: that lets a phone offer both,
 * and lets Apple's convert what only they can read.
 */
export function Photos({ ui, photos, most, isRequired, of, error, onAdd }: PhotosProps): VNode {
  const id = useUniqueId();
  const input = useRef<HTMLInputElement>(null);
  const isFull = photos.length >= most;
  const take = (event: TargetedEvent<HTMLInputElement>): void => {
    const files = [...(event.currentTarget.files ?? [])];
    // The same file chosen again is to be told again.
    event.currentTarget.value = '';
    if (files.length > most - photos.length) ui.said.value = { text: ui.say('photos.most', { n: most }) };
    onAdd(files);
  };
  return (
    <div class="field" part="photos">
      <span id={id} class="photos-label">
        {ui.say(isRequired ? 'photos' : 'photos.optional')}
      </span>
      <p id={`${id}-hint`} class="hint">
        {ui.say('photos.hint', { n: most })}
      </p>
      <ul class="photos">
        {photos.map((photo, index) => (
          <PhotoTile key={photo.id} ui={ui} photo={photo} n={index + 1} of={of} />
        ))}
        {isFull ? null : (
          <li class="photo-add">
            <label class="add-tile">
              <input
                ref={input}
                type="file"
                accept="image/*"
                multiple
                class="add-input"
                aria-label={ui.say('photos.add.of', { title: of })}
                aria-invalid={error ? 'true' : undefined}
                aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
                onChange={ui.guard(take)}
              />
              <Icon name="camera" />
              <span>{ui.say('photos.add')}</span>
            </label>
          </li>
        )}
      </ul>
      <FieldError id={id} error={error} />
    </div>
  );
}
