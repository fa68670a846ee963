import type { LocalText, ReviewPolicyInput } from '@postlude/contract';
import type { Contradictions } from '../policy/contradictions.ts';
import { speaksOfMood } from './mood-words.ts';

type Tell = (path: string, sentence: string) => void;

/** Finds what cannot be meant in a review policy whose fields are each right by themselves, or must not be done. Empty when there is nothing. */
export function reviewContradictions(policy: ReviewPolicyInput): Contradictions {
  const found = new Map<string, string>();
  const tell: Tell = (path, sentence) => {
    if (!found.has(path)) found.set(path, sentence);
  };
  for (const check of [names, hidden, asks, form, rewards, words]) check(policy, tell);
  return Object.fromEntries(found);
}

const listsOf = ({ asks: { usage }, form: { prompts, scales }, rewards: all }: ReviewPolicyInput) => ({
  'asks.usage': usage,
  'form.prompts': prompts,
  'form.scales': scales,
  rewards: all,
});

function names(policy: ReviewPolicyInput, tell: Tell): void {
  for (const [list, entries] of Object.entries(listsOf(policy))) {
    const ids = entries.map(({ id }) => id);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index) tell(`${list}.${index}.id`, `There are two with the id "${id}".`);
    });
  }
}

/** Of usage and rewards the first that fits counts: behind one about everything none is ever reached. */
function hidden({ asks: { usage }, rewards: all }: ReviewPolicyInput, tell: Tell): void {
  for (const [list, entries] of Object.entries({ 'asks.usage': usage, rewards: all })) {
    const everything = entries.findIndex(({ match }) => match === undefined);
    entries.forEach((_, index) => {
      if (everything >= 0 && everything < index) {
        tell(`${list}.${index}.match`, 'An earlier rule is about every item, so this one is about none.');
      }
    });
  }
}

function asks({ asks: settings, form: { photos, videos } }: ReviewPolicyInput, tell: Tell): void {
  if (settings.media && photos === 'off' && videos === 'off') {
    tell('asks.media', 'A photo is asked for, and the form takes neither photos nor videos.');
  }
}

function form({ form: { terms, scales, prompts } }: ReviewPolicyInput, tell: Tell): void {
  if (terms !== null && isEmpty(terms.text)) tell('form.terms.text', 'Tell what is agreed to.');
  prompts.forEach(({ text }, index) => {
    if (isEmpty(text)) tell(`form.prompts.${index}.text`, 'There is no question.');
  });
  scales.forEach(({ label, low, high, middle }, index) => {
    for (const [field, text] of Object.entries({ label, low, high, ...(middle ? { middle } : {}) })) {
      if (isEmpty(text)) tell(`form.scales.${index}.${field}`, 'There are no words.');
    }
  });
}

/** What is given must not depend on what is said, nor seem to (16 CFR 465.4: "conditioned expressly or by implication"). */
function rewards({ rewards: all }: ReviewPolicyInput, tell: Tell): void {
  all.forEach(({ label, code }, index) => {
    if (isEmpty(label)) tell(`rewards.${index}.label`, 'Tell what is given.');
    if (Object.values(label).some(speaksOfMood) || (code !== null && speaksOfMood(code))) {
      tell(
        `rewards.${index}.${Object.values(label).some(speaksOfMood) ? 'label' : 'code'}`,
        'A reward is for every review alike: do not speak of stars or of good reviews.',
      );
    }
  });
}

function words({ moderation }: ReviewPolicyInput, tell: Tell): void {
  const plain = moderation.words.map((word) => word.trim().toLowerCase());
  plain.forEach((word, index) => {
    if (plain.indexOf(word) !== index) tell(`moderation.words.${index}`, `"${word}" is named twice.`);
  });
}

const isEmpty = (text: LocalText): boolean => Object.keys(text).length === 0;
