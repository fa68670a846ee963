import type { ReferralOffer as Offer } from '@postlude/contract';
import { normaliseLocale } from '@postlude/widgets/kit';
import {
  createReferralOfferModel,
  type OfferSource,
  ReferralOffer,
  type ReferralOfferModel,
  type ReferralOfferSnapshot,
  referralOfferStyles,
  referralOfferTexts,
} from '@postlude/widgets/referral-offer';
import { guarded } from '../guard.ts';
import type { WidgetSettings } from '../settings.ts';
import type { Load, WidgetChunk } from '../widget.ts';
import { readBody } from './first-session.ts';
import { keepClaim, keptClaim } from './kept-claim.ts';
import { mountWidget } from './mount-widget.ts';
import { withOwnSettings } from './own-settings.ts';
import { reachable } from './session-source.ts';

/** Where each offer leads to. */
const shops = new WeakMap<ReferralOfferModel, string | undefined>();

/** Puts an offer to a friend into an element. Where the page says that it is of another code, that is what it shows. */
export const mount: WidgetChunk['mount'] = (place, given, catalogue) => {
  const { element } = place;
  let code = codeOf(withOwnSettings(element, given));
  let living: ReferralOfferModel | undefined;
  const offer = offerWidget(
    () => code,
    (model) => {
      living = model;
    },
  )(place, given, catalogue);
  let last = given;
  // The script that registers the tags hears nothing of what only this one knows.
  const observer = new MutationObserver(guarded(follow));
  for (const one of [element, element.parentElement])
    if (one === element || one?.dataset.postlude)
      observer.observe(one, { attributeFilter: ['code', 'data-code'] });

  function follow(): void {
    const next = codeOf(withOwnSettings(element, last));
    if (next === code || !element.isConnected) return;
    code = next;
    living?.invite(next ?? null);
  }
  return {
    ...offer,
    settle(isHere, settings, texts) {
      last = settings;
      offer.settle(isHere, settings, texts);
      guarded(follow)();
    },
  };
};

/** Whose invitation it is: as the page says, or as its address does. */
const codeOf = ({ code }: WidgetSettings): string | undefined =>
  code ?? new URLSearchParams(location.search).get('ref') ?? undefined;

/** The widget of one element. `codeNow` is the code it is of by then; each model is told when it is made. */
const offerWidget = (
  codeNow: () => string | undefined,
  made: (model: ReferralOfferModel) => void,
): WidgetChunk['mount'] =>
  mountWidget<ReferralOfferModel, ReferralOfferSnapshot>({
    styles: referralOfferStyles,
    texts: referralOfferTexts,
    create({ settings, load, restore, onEvent, report }) {
      const code = codeNow();
      const kept = restore ? undefined : keptClaim(code);
      const model = createReferralOfferModel({
        source: sourceOf(settings, load),
        code,
        country: countryOf(settings),
        restore: restore ?? kept,
        onEvent,
        report,
      });
      // It may have been used since.
      if (kept) model.refresh();
      const leave = keepClaim(model, codeNow);
      const keeping: ReferralOfferModel = {
        ...model,
        dispose() {
          leave();
          model.dispose();
        },
      };
      shops.set(keeping, settings.shop);
      made(keeping);
      return keeping;
    },
    view: (model, look) => <ReferralOffer model={model} {...look} shop={shops.get(model)} />,
  });

const countryOf = ({ country }: WidgetSettings): string | undefined => {
  const code = country?.trim().toUpperCase();
  return code && /^[A-Z]{2}$/.test(code) ? code : undefined;
};

/** Looking an invitation up needs no more than the network; the client's code comes when it is claimed. */
function sourceOf(settings: WidgetSettings, load: Load): OfferSource {
  const locale = normaliseLocale(settings.locale) ?? undefined;
  const client = async () =>
    (await reachable(load('referral-offer-client'))).createOfferSource(settings, locale);
  return {
    visit(visit, signal) {
      const { api, store } = settings;
      const query = new URLSearchParams({ store, ...(locale && { locale }) });
      // A text is no reason for browsers to ask first whether they may send it.
      const sent = { method: 'POST', body: JSON.stringify(visit), credentials: 'omit', signal } as const;
      return readBody(fetch(`${api.replace(/\/*$/, '/v1/referral-visits?')}${query}`, sent), isOffer);
    },
    claim: async (...claim) => (await client()).claim(...claim),
    read: async (...read) => (await client()).read(...read),
  };
}

const isOffer = (value: unknown): value is Offer =>
  typeof (value as Partial<Offer> | null | undefined)?.words === 'string';
