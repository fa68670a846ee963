import {
  createReviewPromptModel,
  type LoadLater,
  ReviewPrompt,
  type ReviewPromptModel,
  type ReviewPromptProps,
  type ReviewPromptSnapshot,
  type ReviewSource,
  reviewPromptStyles,
  reviewPromptTexts,
} from '@postlude/widgets/review-prompt';
import type { WidgetSettings } from '../settings.ts';
import type { Load } from '../widget.ts';
import { catalogueOf } from './catalogue.ts';
import { lazySource } from './lazy-source.ts';
import { type ModelParts, mountWidget } from './mount-widget.ts';
import { reachable } from './session-source.ts';

/** What the view needs besides the model. */
type Beside = Pick<ReviewPromptProps, 'later' | 'history' | 'mode' | 'pages'>;

const beside = new WeakMap<ReviewPromptModel, Beside>();

/** Puts the review prompt into an element. */
export const mount = mountWidget<ReviewPromptModel, ReviewPromptSnapshot>({
  styles: reviewPromptStyles,
  texts: reviewPromptTexts,
  create({ sessions, settings, load, ...parts }) {
    const mode = settings.mode === 'always' ? 'always' : 'ask';
    const model = createReviewPromptModel({
      ...parts,
      mode,
      source: sourceOf(sessions, settings, load),
      // Photos are asked for in later steps, which bring what prepares them.
      preparePhoto: async (file) => (await reachable(load('review-steps'))).preparePhoto(file),
      later: async () => (await reachable(load('review-steps'))).createLaterModel,
      drafts: settings.drafts === 'off' ? null : undefined,
    });
    beside.set(model, {
      mode,
      later: laterOf(settings, load),
      history: settings.history !== undefined,
      pages: {
        returns: pageOf(settings.returns),
        warranty: pageOf(settings.warranty),
        referral: pageOf(settings.referral),
      },
    });
    return model;
  },
  view: (model, look) => <ReviewPrompt model={model} {...look} {...beside.get(model)} />,
});

/** An address as any link of its page reads it. */
const pageOf = (address: string | undefined): string | undefined =>
  address && Object.assign(document.createElement('a'), { href: address }).href;

const methods = [
  'ask',
  'respond',
  'form',
  'putDrafts',
  'send',
  'edit',
  'withdraw',
  'upload',
  'removeUpload',
] as const satisfies readonly (keyof ReviewSource)[];

/** The client's code comes at once, beside the session it will be used with. */
function sourceOf(
  sessions: ModelParts<ReviewPromptSnapshot>['sessions'],
  settings: WidgetSettings,
  load: Load,
): ReviewSource {
  load('reviews-client').catch(() => {});
  const lazy = lazySource<ReviewSource, (typeof methods)[number]>(methods, async () =>
    (await reachable(load('reviews-client'))).createReviewSource(settings),
  );
  return { ...lazy, open: sessions.open };
}

/** The later screens, and their texts where the page's language is another one. */
function laterOf({ language, nonce }: WidgetSettings, load: Load): LoadLater {
  return async () => {
    const [{ laterScreens, reviewStepsTexts }, texts] = await Promise.all([
      load('review-steps'),
      // English, which is there anyway, is better than nothing.
      language === 'en' ? undefined : load(`review-steps.${language}`).catch(() => undefined),
    ]);
    return { screens: laterScreens, catalogue: catalogueOf(texts?.catalogue, reviewStepsTexts), nonce };
  };
}
