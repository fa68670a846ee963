import {
  createRegistrationModel,
  type LoadLater,
  type RegistrationModel,
  type RegistrationSnapshot,
  type RegistrationSource,
  registrationStyles,
  registrationTexts,
  WarrantyRegistration,
  type WarrantyRegistrationProps,
} from '@postlude/widgets/warranty-registration';
import type { WidgetSettings } from '../settings.ts';
import type { Load } from '../widget.ts';
import { catalogueOf } from './catalogue.ts';
import { lazySource } from './lazy-source.ts';
import { type ModelParts, mountWidget } from './mount-widget.ts';
import { reachable } from './session-source.ts';

/** What the view needs besides the model. */
type Beside = Pick<WarrantyRegistrationProps, 'later' | 'claims' | 'elsewhere'>;

const beside = new WeakMap<RegistrationModel, Beside>();

/** Puts the registration widget into an element. */
export const mount = mountWidget<RegistrationModel, RegistrationSnapshot>({
  styles: registrationStyles,
  texts: registrationTexts,
  create({ sessions, settings, load, ...parts }) {
    const model = createRegistrationModel({
      ...parts,
      source: sourceOf(sessions, settings, load),
      later: async () => (await reachable(load('registration-steps'))).createLaterModel,
    });
    beside.set(model, {
      later: laterOf(settings, load),
      claims: async () => (await reachable(load('claims'))).claimsOf(settings, load)(),
      elsewhere: settings.elsewhere !== 'off',
    });
    return model;
  },
  view: (model, look) => <WarrantyRegistration model={model} {...look} {...beside.get(model)} />,
});

const methods = [
  'list',
  'register',
  'consents',
  'startTransfer',
  'cancelTransfer',
  'find',
  'tellOutside',
  'takeOver',
  'upload',
  'removeUpload',
] as const satisfies readonly (keyof RegistrationSource)[];

/** The client's code comes at once, beside the session it will be used with. */
function sourceOf(
  sessions: ModelParts<RegistrationSnapshot>['sessions'],
  settings: WidgetSettings,
  load: Load,
): RegistrationSource {
  load('warranty-client').catch(() => {});
  const lazy = lazySource<RegistrationSource, (typeof methods)[number]>(methods, async () =>
    (await reachable(load('warranty-client'))).createRegistrationSource(settings, sessions.seen),
  );
  return { ...lazy, open: sessions.open };
}

/** The later screens, and their texts where the page's language is another one. */
function laterOf({ language, nonce }: WidgetSettings, load: Load): LoadLater {
  return async () => {
    const [{ laterScreens, registrationStepsTexts }, texts] = await Promise.all([
      load('registration-steps'),
      // English, which is there anyway, is better than nothing.
      language === 'en' ? undefined : load(`registration-steps.${language}`).catch(() => undefined),
    ]);
    return { screens: laterScreens, catalogue: catalogueOf(texts?.catalogue, registrationStepsTexts), nonce };
  };
}
