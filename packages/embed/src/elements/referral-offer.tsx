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
import type { WidgetSettings } from '../settings.ts';
import type { Load } from '../widget.ts';
import { readBody } from './first-session.ts';
import { keepClaim, keptClaim } from './kept-claim.ts';
import { mountWidget } from './mount-widget.ts';
import { reachable } from './session-source.ts';

/** Where each offer leads to. */
const shops = new WeakMap<ReferralOfferModel, string | undefined>();

/** Puts an offer to a friend into an element. */
export const mount = mountWidget<ReferralOfferModel, ReferralOfferSnapshot>({
  styles: referralOfferStyles,
  texts: referralOfferTexts,
  create({ settings, load, restore, onEvent, report }) {
    const code = settings.code ?? new URLSearchParams(location.search).get('ref') ?? undefined;
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
    const leave = keepClaim(model, code);
    const keeping: ReferralOfferModel = {
      ...model,
      dispose() {
        leave();
        model.dispose();
      },
    };
    shops.set(keeping, settings.shop);
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
