import {
  createReferralModel,
  Referral,
  type ReferralModel,
  type ReferralSnapshot,
  type ReferralSource,
  referralStyles,
  referralTexts,
} from '@postlude/widgets/referral';
import { lazySource } from './lazy-source.ts';
import { mountWidget } from './mount-widget.ts';
import { reachable } from './session-source.ts';

const methods = [
  'card',
  'join',
  'list',
  'share',
  'ask',
  'respond',
] as const satisfies readonly (keyof ReferralSource)[];

/** Puts recommending the shop into an element. */
export const mount = mountWidget<ReferralModel, ReferralSnapshot>({
  styles: referralStyles,
  texts: referralTexts,
  create({ sessions, settings, load, ...parts }) {
    // The client's code comes at once, beside the session it will be used with.
    load('referral-client').catch(() => {});
    const lazy = lazySource<ReferralSource, (typeof methods)[number]>(methods, async () =>
      (await reachable(load('referral-client'))).createReferralSource(settings),
    );
    const mode = settings.mode === 'ask' ? 'ask' : 'always';
    return createReferralModel({ ...parts, mode, source: { ...lazy, open: sessions.open } });
  },
  view: (model, look) => <Referral model={model} {...look} />,
});
