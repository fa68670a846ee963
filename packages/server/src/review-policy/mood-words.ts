/** How stars and praise are spoken of, in the languages Postlude speaks. Parts of words, as people write them. */
const moods: readonly RegExp[] = [
  /[★☆⭐🌟👍]/u,
  /\b(?:[1-5]|one|two|three|four|five|top|max(?:imum)?|full|high(?:est|er)?)[\s-]*(?:of|out of|\/)?[\s-]*5?[\s-]*(?:stars?|rating|score)\b/iu,
  /\bstars?\b/iu,
  /\b(?:good|great|best|positive|favou?rable|happy|kind|nice|glowing|perfect)\s+(?:\w+\s+)?(?:review|rating|feedback|word)/iu,
  /\bif you (?:like|love|are (?:happy|satisfied))/iu,
  /\bsterne?n?\b/iu,
  /(?:gute|positive|beste|tolle|nette|volle)[nrsm]?\s+(?:\p{L}+\s+)?(?:bewertung|rezension|kritik|rückmeldung|punktzahl)/iu,
  /(?:bewertung|rezension)\s+(?:positiv|gut)/iu,
  /wenn (?:es|sie|er|dir|ihnen|du|ihr)\b.{0,30}(?:gefäll|gefallen|zufrieden|glücklich)/iu,
  /(?:نجم|نجوم)/u,
  /(?:تقييم|مراجعة|رأي)\p{L}*\s+(?:إيجابي|جيد|ممتاز|رائع)/u,
];

/** True for a text that speaks of stars, of praise, or of being content. */
export const speaksOfMood = (text: string): boolean => {
  const plain = text.normalize('NFKC');
  return moods.some((mood) => mood.test(plain));
};
