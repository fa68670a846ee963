import {
  createReturnsModel,
  type LoadLater,
  Returns,
  type ReturnsModel,
  type ReturnsSnapshot,
  type ReturnsSource,
  returnsStyles,
  returnsTexts,
} from '@postlude/widgets/returns';
import type { WidgetSettings } from '../settings.ts';
import type { Load } from '../widget.ts';
import { catalogueOf } from './catalogue.ts';
import { lazySource } from './lazy-source.ts';
import { type ModelParts, mountWidget } from './mount-widget.ts';
import { plainPageOf } from './plain-page.ts';
import { reachable } from './session-source.ts';

/** What the view needs besides the model. */
interface Beside {
  readonly later: LoadLater;
  readonly history: boolean;
  readonly withdrawalUrl: string;
}

/** The room kept for the first screen goes with it: what comes after it may be shorter. */
const roomCss = 'div:has(+ div > .is-further) { display: none; }';

const beside = new WeakMap<ReturnsModel, Beside>();

/** Puts the returns widget into an element. */
export const mount = mountWidget<ReturnsModel, ReturnsSnapshot>({
  styles: [...returnsStyles, roomCss],
  texts: returnsTexts,
  create({ sessions, settings, load, ...parts }) {
    const model = createReturnsModel({
      ...parts,
      source: sourceOf(sessions, settings, load),
      // Photos are asked for in later steps, which bring what prepares them.
      preparePhoto: async (file) => (await reachable(load('returns-steps'))).preparePhoto(file),
      later: async () => (await reachable(load('returns-steps'))).createLaterModel,
      ...(settings.drafts === 'off' ? { drafts: null } : {}),
    });
    beside.set(model, {
      later: laterOf(settings, load),
      history: settings.history !== undefined,
      withdrawalUrl: withdrawalPage(settings),
    });
    return model;
  },
  view: (model, look) => <Returns model={model} {...look} {...beside.get(model)} />,
});

const methods = [
  'options',
  'quote',
  'file',
  'read',
  'change',
  'cancel',
  'tellParcel',
  'message',
  'upload',
  'removeUpload',
  'putDraft',
  'deleteDraft',
] as const satisfies readonly (keyof ReturnsSource)[];

/** The page the store names, read as any link of its page is; otherwise the backend's own. */
function withdrawalPage(settings: WidgetSettings): string {
  const link = document.createElement('a');
  link.href = settings.withdrawal || plainPageOf(settings);
  return link.href;
}

/** The client's code comes at once, beside the session it will be used with. */
function sourceOf(
  sessions: ModelParts<ReturnsSnapshot>['sessions'],
  settings: WidgetSettings,
  load: Load,
): ReturnsSource {
  load('returns-client').catch(() => {});
  const lazy = lazySource<ReturnsSource, (typeof methods)[number]>(methods, async () =>
    (await reachable(load('returns-client'))).createReturnsSource(settings),
  );
  return { ...lazy, open: sessions.open };
}

/** The later steps, and their texts where the page's language is another one. */
function laterOf({ language, nonce }: WidgetSettings, load: Load): LoadLater {
  return async () => {
    const [{ laterSteps, returnsStepsTexts }, texts] = await Promise.all([
      load('returns-steps'),
      // English, which is there anyway, is better than nothing.
      language === 'en' ? undefined : load(`returns-steps.${language}`).catch(() => undefined),
    ]);
    return { steps: laterSteps, catalogue: catalogueOf(texts?.catalogue, returnsStepsTexts), nonce };
  };
}
