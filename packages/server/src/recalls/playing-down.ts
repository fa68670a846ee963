import type { RecallInput } from '@postlude/contract';
import { ApiProblem } from '../http/api-problem.ts';

/**
 * What a recall notice must not say (Regulation (EU) 2023/988, Article 36(2)(c)): “voluntary”, “precautionary”, “discretionary”, “in rare situations”
 * or “in specific situations”, or that there have been no reported accidents; in English, and what the same is called in
 * the other languages we speak. Whoever writes in a fourth is held to the English ones.
 */
const refused: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /\bvoluntar(y|ily)\b/iu,
    /\bprecaution(s|ary|arily)?\b/iu,
    /\bdiscretion(ary)?\b/iu,
    /\b(rare|specific|isolated|exceptional|limited)\s+(situations?|cases?|circumstances|instances?|conditions)\b/iu,
    /\brarely\b/iu,
    /\b(no|not any|zero|without)\s+(known\s+|reported\s+|actual\s+)*(accidents?|incidents?|injur(y|ies))\b/iu,
    /\b(accidents?|incidents?|injur(y|ies))\s+(have|has|were|was)\s+(not|never)\b/iu,
  ],
  de: [
    /freiwillig/iu,
    /vorsorglich|vorsichtshalber|vorsichtsmaßnahme|vorsorge(?!r)/iu,
    /ermessen|fakultativ/iu,
    /(selten|einzeln|vereinzelt|bestimmt|spezifisch|speziell|besonder)e?[nrms]?\s+(situation|fall|fäll|umst(a|ä)nd|konstellation)/iu,
    /einzelf(a|ä)ll|ausnahmef(a|ä)ll/iu,
    /(keine|keinerlei|ohne)\s+(\S+\s+){0,2}(unf(a|ä)ll|vorf(a|ä)ll|verletz)/iu,
    /(unf(a|ä)lle?|vorf(a|ä)lle?|verletzungen)\s+(\S+\s+){0,3}nicht\s+bekannt/iu,
  ],
  ar: [
    /طوع/u,
    /احتراز|وقائي|احتياط/u,
    /تقديري|اختياري/u,
    /(حالات|حالة|ظروف|مواقف|أوضاع)\s+(نادرة|محددة|معينة|خاصة|استثنائية|فردية)/u,
    /(لم|لا|دون|بدون|عدم)\s+(\S+\s+){0,4}(حوادث|حادث|إصابات|إصابة)/u,
  ],
};

const alwaysRefused = refused.en ?? [];

/** The texts of a recall by their path in the request, with the language each is in. */
function* textsOf(recall: RecallInput): Generator<readonly [path: string, language: string, text: string]> {
  const texts = {
    product: recall.product,
    identification: recall.identification,
    sold: recall.sold,
    hazard: recall.hazard,
    action: recall.action,
    ...Object.fromEntries(recall.remedies.map(({ text }, index) => [`remedies.${index}.text`, text])),
  };
  for (const [path, text] of Object.entries(texts)) {
    for (const [tag, words] of Object.entries(text ?? {})) {
      yield [`${path}.${tag}`, tag.toLowerCase().split('-')[0] ?? '', words];
    }
  }
}

/** The words of a recall that play it down, by their path in the request; none when all is well. */
export function playingDown(recall: RecallInput): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [path, language, text] of textsOf(recall)) {
    const plain = text.normalize('NFKC').replace(/[\u064b-\u0652\u0640]/g, '');
    const patterns = [...alwaysRefused, ...(language === 'en' ? [] : (refused[language] ?? []))];
    for (const pattern of patterns) {
      const said = pattern.exec(plain)?.[0];
      if (said === undefined) continue;
      fields[path] = `“${said.trim()}” plays the danger down.`;
      break;
    }
  }
  return fields;
}

/** @throws ApiProblem `recall_text` with the fields that play the danger down. */
export function checkWords(recall: RecallInput): void {
  const fields = playingDown(recall);
  if (Object.keys(fields).length > 0) throw new ApiProblem('recall_text', { fields });
}
