import type { DeliveryPromise, Headline, Order, Place, TrackingEvent } from '@postlude/contract';
import type { IconName } from '../kit/icon.tsx';
import type { Words } from '../order-session/words.ts';

/** What a parcel's parts need of its order. */
export type ParcelOrder = Pick<Order, 'lines' | 'number' | 'store'>;

/** The one sentence that matters, with as many of its facts as there are words for. */
export function headlineText(ui: Words, headline: Headline): string {
  return (
    sentence(ui, 'headline', headline) ?? ui.t(isBad(headline) ? 'headline.exception' : 'headline.in_transit')
  );
}

/** What a headline means for the shopper, where that needs saying. */
export function aboutText(ui: Words, headline: Headline): string | null {
  return sentence(ui, 'about', headline);
}

function sentence({ known, format }: Words, group: string, headline: Headline): string | null {
  const { code, date, until, days } = headline;
  const key = `${group}.${code}`;
  const day = date ?? until;
  return (
    (date && until && date !== until && known(`${key}.range`, { range: format.days(date, until) })) ||
    (days !== null && known(`${key}.days`, { days })) ||
    (day && known(`${key}.date`, { date: format.day(day) })) ||
    // A span without words of its own, or with its two ends on one day, is a day.
    (day && code === 'arrives_between' && known(`${group}.arrives_on.date`, { date: format.day(day) })) ||
    known(key)
  );
}

const isBad = ({ tone }: Headline): boolean => tone === 'problem' || tone === 'warning';

const headlineIcons: Readonly<Record<string, IconName>> = {
  cancelled: 'cross',
  preparing: 'box',
  label_created: 'box',
  available_for_pickup: 'pin',
  delayed: 'clock',
  late: 'clock',
  stalled: 'clock',
  delivered: 'check',
  returning: 'back',
  returned: 'back',
};

/** The sign beside a headline. */
export function headlineIcon(headline: Headline): IconName {
  return headlineIcons[headline.code] ?? (isBad(headline) ? 'alert' : 'truck');
}

/** What an event says: our words for what we know, the carrier's for what we do not. */
export function eventText(ui: Words, { status, subStatus, message }: TrackingEvent): string {
  return (subStatus && ui.known(`sub.${subStatus}`)) || message || stateText(ui, status);
}

/** A place as far as the carrier told it: `Leipzig, Germany`. */
export function placeText(ui: Words, place: Partial<Place> | null): string {
  const country = place?.country ? ui.format.country(place.country) : '';
  const city = place?.city ?? place?.region;
  return city && country ? ui.t('place', { city, country }) : (city ?? country);
}

/** The days a parcel was or is promised for, in short. */
export function promiseText({ format }: Words, { from, until }: DeliveryPromise): string {
  return from && from !== until ? format.shortDays(from, until) : format.shortDay(until);
}

/** The way to the store by mail, with the order in the subject. */
export function mailAddress(ui: Words, { number, store }: ParcelOrder): string | null {
  const { email } = store.contact;
  return (
    email && `mailto:${encodeURI(email)}?subject=${encodeURIComponent(ui.t('help.subject', { number }))}`
  );
}

/** The best way to the store there is. */
export function storeAddress(ui: Words, order: ParcelOrder): string | null {
  const { phone, url } = order.store.contact;
  return mailAddress(ui, order) ?? url ?? (phone && telephone(phone));
}

/** A telephone number as a link. */
export function telephone(phone: string): string {
  return `tel:${phone.replace(/[^\d+*#,;]/g, '')}`;
}

/** A parcel's state in short: its own words, or the headline's where those are short enough. */
export function stateText(ui: Words, status: string): string {
  return ui.known(`status.${status}`) ?? ui.known(`headline.${status}`) ?? ui.t('status.exception');
}
