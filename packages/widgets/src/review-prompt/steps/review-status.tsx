import type { OwnReview } from '@postlude/contract';
import type { VNode } from 'preact';
import { Status } from '../../kit/status.tsx';
import type { Ui } from '../ui.ts';

/** How a review stands, in a sign and a word. */
export function ReviewStatus({ ui, review }: { readonly ui: Ui; readonly review: OwnReview }): VNode {
  const { moderation, visibility } = review;
  if (visibility !== 'shown')
    return (
      <Status
        tone={visibility === 'hidden' ? 'warning' : 'neutral'}
        icon={visibility === 'hidden' ? 'alert' : 'dot'}
        text={ui.say(`state.${visibility}`)}
      />
    );
  if (moderation === 'approved')
    return <Status tone="success" icon="check" text={ui.say('state.approved')} />;
  return moderation === 'pending' ? (
    <Status tone="progress" icon="clock" text={ui.say('state.pending')} />
  ) : (
    <Status tone="warning" icon="alert" text={ui.say('state.rejected')} />
  );
}
