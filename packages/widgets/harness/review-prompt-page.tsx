// The review prompt for the harness's page.
import {
  createReviewPromptModel,
  ReviewPrompt,
  type ReviewSource,
  reviewPromptStyles,
} from '../src/review-prompt/index.ts';
import { createLaterModel } from '../src/review-prompt/later.model.ts';
import { sampleStates } from '../src/review-prompt/sample-states.ts';
import { laterScreens } from '../src/review-prompt/steps/index.ts';
import { galleryWidget, silent, still } from './gallery-widget.tsx';

const pages = { returns: 'https://shop.example/returns', warranty: 'https://shop.example/warranty' };

/** Telling others. */
export const reviewPrompt = galleryWidget(
  'review-prompt',
  reviewPromptStyles,
  sampleStates,
  (state, look, name) => {
    const mode = name === 'always' || name === 'empty' || name === 'loading' ? 'always' : 'ask';
    const model = createReviewPromptModel({
      source: silent<ReviewSource>(),
      mode,
      drafts: null,
      later: async () => createLaterModel,
      request: { by: 'proof', order: '1', proof: '0' },
      restore: {
        state,
        hidden: false,
        session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z', orderId: `ord_${'1'.repeat(32)}` },
      },
      environment: still(name !== 'offline'),
    });
    const later = async () => ({ screens: laterScreens, catalogue: look.catalogue });
    return { model, view: <ReviewPrompt model={model} {...look} later={later} mode={mode} pages={pages} /> };
  },
);
