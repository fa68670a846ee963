import { counting } from '../../policy/sentences.ts';
import type { NamedReward, ReferralSentences } from './sentences.ts';

const of = counting('de');

/** The order in the accusative and in the dative. */
interface OrderForms {
  readonly fourth: string;
  readonly third: string;
}

const off = ({ kind, label }: NamedReward, { fourth, third }: OrderForms): string => {
  if (kind === 'product' || kind === 'store_credit') return `${label} zu ${third}`;
  return `${label} ${kind === 'free_shipping' ? 'für' : 'auf'} ${fourth}`;
};
const your = (first: boolean): OrderForms =>
  first
    ? { fourth: 'Ihre erste Bestellung', third: 'Ihrer ersten Bestellung' }
    : { fourth: 'Ihre Bestellung', third: 'Ihrer Bestellung' };
const theirs = (first: boolean): OrderForms =>
  first
    ? { fourth: 'die erste Bestellung', third: 'der ersten Bestellung' }
    : { fourth: 'die Bestellung', third: 'der Bestellung' };

/** German. */
export const german: ReferralSentences = {
  label: {
    amount: (sum) => `${sum} Rabatt`,
    percent: (percent) => `${percent} Rabatt`,
    freeShipping: 'Gratisversand',
    product: (title) => `${title} gratis`,
    storeCredit: (sum) => `${sum} Guthaben`,
  },
  offer: (advocate, reward, first) => {
    const who = advocate ?? 'Jemand, den Sie kennen,';
    return reward
      ? `${who} schenkt Ihnen ${off(reward, your(first))}`
      : `${who} empfiehlt Ihnen unseren Shop`;
  },
  both: (advocate, friend, first) =>
    `Für jede Person, die Sie einladen, erhalten Sie ${advocate}, und sie erhält ${off(friend, theirs(first))}`,
  onlyAdvocate: (advocate) => `Für jede Person, die Sie einladen und die bestellt, erhalten Sie ${advocate}`,
  onlyFriend: (friend, first) => `Wer von Ihnen eingeladen wird, erhält ${off(friend, theirs(first))}`,
  takePart: {
    order: (orders) =>
      orders === 1
        ? 'Einladen kann, wer hier bestellt hat.'
        : of({
            one: 'Einladen kann, wer hier # Bestellung aufgegeben hat.',
            other: 'Einladen kann, wer hier # Bestellungen aufgegeben hat.',
          })(orders),
    delivery: (orders) =>
      orders === 1
        ? 'Einladen kann, wessen Bestellung angekommen ist.'
        : of({
            one: 'Einladen kann, bei wem # Bestellung angekommen ist.',
            other: 'Einladen kann, bei wem # Bestellungen angekommen sind.',
          })(orders),
  },
  friendGets: (reward, first) => `Wer eingeladen wird, erhält ${off(reward, theirs(first))}.`,
  friendGetsNothing: 'Wer eingeladen wird, erhält nichts zusätzlich.',
  advocateGets: (label) => `Wer einlädt, erhält ${label} für jede eingeladene Person, die bestellt.`,
  advocateGetsNothing: 'Wer einlädt, erhält nichts.',
  minimum: (sums) =>
    `Die Bestellung der eingeladenen Person muss mindestens ${sums} betragen, nach Rabatten und ohne Versand.`,
  firstOrderOnly: 'Nur für Personen, die hier noch nicht bestellt haben.',
  anyOrder: 'Auch für Personen, die hier schon bestellt haben.',
  orderWithin: of({
    one: 'Bestellt werden muss innerhalb von # Tag, nachdem das Angebot angenommen wurde.',
    other: 'Bestellt werden muss innerhalb von # Tagen, nachdem das Angebot angenommen wurde.',
  }),
  afterReturns:
    'Die Belohnung für das Einladen kommt, sobald von der Bestellung nichts mehr zurückgegeben werden kann.',
  afterDays: of({
    one: 'Die Belohnung für das Einladen kommt # Tag nach der Bezahlung der Bestellung.',
    other: 'Die Belohnung für das Einladen kommt # Tage nach der Bezahlung der Bestellung.',
  }),
  atOnce: 'Die Belohnung für das Einladen kommt, sobald die Bestellung bezahlt ist.',
  perAdvocate: of({
    one: 'Wer einlädt, wird für höchstens # Person belohnt.',
    other: 'Wer einlädt, wird für höchstens # Personen belohnt.',
  }),
  perMonth: of({
    one: 'Wer einlädt, wird in einem Kalendermonat für höchstens # Person belohnt.',
    other: 'Wer einlädt, wird in einem Kalendermonat für höchstens # Personen belohnt.',
  }),
  perProgramme: of({
    one: 'Insgesamt wird für # Person belohnt; dann ist das Programm voll.',
    other: 'Insgesamt wird für # Personen belohnt; dann ist das Programm voll.',
  }),
  countries: (list) => `Für Bestellungen nach: ${list}.`,
  currencies: (list) => `Für Bestellungen in: ${list}.`,
  from: (moment) => `Das Programm beginnt am ${moment}.`,
  untilDay: (day) =>
    `Das Programm läuft bis zum Ende des ${day}. Was bis dahin angenommen wurde, bleibt gültig.`,
  untilMoment: (moment) => `Das Programm endet am ${moment}. Was bis dahin angenommen wurde, bleibt gültig.`,
  email:
    'Wer eingeladen wird, gibt vor dem Code eine E-Mail-Adresse an. Sie zeigt, wer hier schon bestellt hat, und wird für nichts anderes verwendet.',
  oncePerFriend: 'Jede eingeladene Person zählt einmal, und niemand kann sich selbst einladen.',
  void: (minimum) =>
    minimum
      ? 'Eine Bestellung, die storniert, zurückgegeben oder durch Rückgaben kleiner als der Mindestwert wird, zählt nicht.'
      : 'Eine Bestellung, die storniert oder zurückgegeben wird, zählt nicht.',
  watched: of({
    one: 'Was nicht nach einer echten Empfehlung aussieht, sehen wir uns selbst an, höchstens # Tag lang; was eindeutig keine ist, zählt nicht.',
    other:
      'Was nicht nach einer echten Empfehlung aussieht, sehen wir uns selbst an, höchstens # Tage lang; was eindeutig keine ist, zählt nicht.',
  }),
};
