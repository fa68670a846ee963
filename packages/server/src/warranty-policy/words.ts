import type { Store, WarrantyPlan, WarrantyPolicyInput } from '@postlude/contract';
import { pickText } from '../policy/pick-text.ts';
import { arabic, english, german, type WarrantySentences } from './sentences.ts';

const languages: Readonly<Record<string, WarrantySentences>> = { en: english, de: german, ar: arabic };

/** Who reads a warranty policy. */
export interface Reader {
  readonly locale: string;
  readonly store: Pick<Store, 'locale'>;
}

/** A warranty policy read back in sentences, in the reader's language; in English where there is none of theirs. */
export function warrantyWords(policy: WarrantyPolicyInput, { locale, store }: Reader): string[] {
  const language = locale.replaceAll('_', '-').split('-')[0]?.toLowerCase() ?? 'en';
  const known = languages[language];
  const say = known ?? english;
  const tag = known ? language : 'en';
  const { serials, claims } = policy;
  return [
    say.law,
    ...(policy.plans.length === 0 ? [say.noPlan] : []),
    ...policy.plans.flatMap((plan) => {
      const name = pickText(plan.name, locale, store.locale) ?? say.unnamed;
      return planWords(plan, { name, tag, say });
    }),
    ...(policy.registerOnDelivery ? [say.byItself] : []),
    say.elsewhere[policy.boughtElsewhere],
    ...(policy.boughtElsewhere !== 'off' && policy.proof === 'required' ? [say.proofRequired] : []),
    ...(serials.some(({ asked }) => asked === 'required') ? [say.serialRequired] : []),
    ...(serials.some(({ listed }) => listed) ? [say.serialListed] : []),
    ...(policy.askMarketing ? [say.marketing] : []),
    say.resolutions(
      new Intl.ListFormat(tag, { type: 'unit' }).format(
        claims.resolutions.map((kind) => say.resolution[kind]),
      ),
    ),
    ...(claims.paidRepairs ? [say.paidRepairs] : []),
  ];
}

interface PlanReader {
  readonly name: string;
  readonly tag: string;
  readonly say: WarrantySentences;
}

function planWords(plan: WarrantyPlan, { name, tag, say }: PlanReader): string[] {
  const { months, extraForRegistering: extra, registerWithinDays: days, countries } = plan;
  const regions = new Intl.DisplayNames(tag, { type: 'region' });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  return [
    months === null ? say.lifetime(name) : lengthWords[plan.from](say)(name, months),
    ...(plan.registrationNeeded ? [say.registrationNeeded(name)] : []),
    ...(extra > 0 ? [days === null ? say.extra(name, extra) : say.extraInTime(name, extra, days)] : []),
    ...(countries
      ? [say.countries(name, lists.format(countries.map((code) => regions.of(code) ?? code)))]
      : []),
    ...(plan.transferable ? [] : [say.notTransferable(name)]),
  ];
}

const lengthWords: Readonly<
  Record<WarrantyPlan['from'], (say: WarrantySentences) => (plan: string, months: number) => string>
> = {
  delivery: (say) => say.fromDelivery,
  purchase: (say) => say.fromPurchase,
  registration: (say) => say.fromRegistration,
};
