import type { ElsewhereState, FieldMistakes, TakeOverState } from './state.ts';

/** How long each may be on the wire. */
const longest = { where: 200, email: 254, name: 200, code: 64 } as const;

/** What need not be sent of something bought elsewhere, because the contract of the API would refuse it. */
export function purchaseMistakes({ values }: ElsewhereState, now: number): FieldMistakes {
  const mistakes: Record<string, FieldMistakes[string]> = {};
  const { purchasedOn } = values;
  if (purchasedOn === '') mistakes.purchasedOn = 'missing';
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(purchasedOn) || Number.isNaN(Date.parse(purchasedOn)))
    mistakes.purchasedOn = 'invalid';
  // East of everybody it is tomorrow already.
  else if (Date.parse(purchasedOn) > now + 14 * 3_600_000) mistakes.purchasedOn = 'future';
  if (values.where.trim() === '') mistakes.where = 'missing';
  else if (values.where.trim().length > longest.where) mistakes.where = 'invalid';
  return { ...mistakes, ...personMistakes(values) };
}

/** The same for who takes something over. */
export function takeOverMistakes({ values }: TakeOverState): FieldMistakes {
  const code = values.code.trim();
  const wrong = code === '' ? 'missing' : code.length > longest.code ? 'invalid' : null;
  return { ...(wrong ? { code: wrong } : {}), ...personMistakes(values) };
}

function personMistakes(values: { readonly email: string; readonly name: string }): FieldMistakes {
  const mistakes: Record<string, FieldMistakes[string]> = {};
  const email = values.email.trim();
  if (email === '') mistakes.email = 'missing';
  else if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > longest.email) mistakes.email = 'invalid';
  if (values.name.trim().length > longest.name) mistakes.name = 'invalid';
  return mistakes;
}
