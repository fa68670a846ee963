import type { VNode } from 'preact';
import { Files } from '../../files/files.tsx';
import { mistakeText } from './mistakes-text.ts';
import type { StepProps } from './write.tsx';

/** Photos, and a short video where the store takes one. */
export function MediaStep({ ui, state, subject, draft }: StepProps): VNode {
  const { fields, title } = subject;
  const { perReview: n, videoSeconds: seconds } = state.form.uploads;
  const takesVideos = fields.videos !== 'off';
  const label = ui.say(takesVideos ? 'media.videos' : 'media');
  return (
    <Files
      ui={ui}
      label={fields.photos === 'required' ? label : ui.say('optional', { label })}
      hint={takesVideos ? ui.say('media.hint.videos', { n, seconds }) : ui.say('media.hint', { n })}
      accept={takesVideos ? 'image/*,video/mp4,video/webm,video/quicktime' : 'image/*'}
      of={title}
      files={draft.photos}
      most={n}
      error={mistakeText(ui, state.mistakes, 'photos')}
      onAdd={ui.model.addPhotos}
      onRetry={ui.model.retryPhoto}
      onRemove={ui.model.removePhoto}
    />
  );
}
