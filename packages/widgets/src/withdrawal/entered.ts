import type { Order, WithdrawalInput } from '@postlude/contract';
import type { Entered, Known, Mistakes, OfferedItem, WithdrawalValues } from './state.ts';

/** How long each may be on the wire. */
const longest = { name: 200, contract: 200, email: 254, items: 2000 } as const;

/** What the page knows of the order: what is left of it can be chosen. */
export function knownOrder({ number, lines }: Order): NonNullable<Known['order']> {
  const items = lines
    .map(({ id, title, variant, quantity, removed }) => ({
      id,
      title,
      variant,
      quantity: quantity - removed,
    }))
    .filter(({ quantity }) => quantity > 0);
  return { number, items };
}

/** The items there are to choose from: those of the known order, while the form is about that one. */
export function offeredItems({ known, values }: Pick<Entered, 'known' | 'values'>): readonly OfferedItem[] {
  const { order } = known;
  return order && sameNumber(values.contract, order.number) ? order.items : [];
}

/** People type `# 1001` for `1001`. */
const sameNumber = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (number: string): string => number.replace(/^[#\s]+/, '').trim();

/** Which items, as the store will read them; empty for the whole contract. */
export function itemsText(entered: Entered): string {
  const chosen = offeredItems(entered)
    .filter(({ id }) => entered.chosen.includes(id))
    .map(({ title, variant, quantity }) => `${quantity} × ${title}${variant ? ` (${variant})` : ''}`);
  return [...chosen, entered.values.items.trim()].filter(Boolean).join('; ');
}

/** What is sent for what was entered, but for the language. */
export function inputOf(entered: Entered): Omit<WithdrawalInput, 'locale'> & { items: string | null } {
  const { name, contract, email } = entered.values;
  return {
    name: name.trim(),
    contract: contract.trim(),
    email: email.trim(),
    items: itemsText(entered) || null,
  };
}

/** The fields that need not be sent, because the contract of the API would refuse them. It asks for no more than the law. */
export function mistakesIn(entered: Entered): Mistakes {
  const { items, ...needed } = inputOf(entered);
  const mistakes: { -readonly [Field in keyof Mistakes]: Mistakes[Field] } = {};
  for (const field of ['name', 'contract', 'email'] as const) {
    if (needed[field] === '') mistakes[field] = 'missing';
    else if (needed[field].length > longest[field]) mistakes[field] = 'long';
  }
  if (!mistakes.email && !/^[^\s@]+@[^\s@]+$/.test(needed.email)) mistakes.email = 'invalid';
  if (items && items.length > longest.items) mistakes.items = 'long';
  return mistakes;
}

/** An empty form. */
export const emptyValues: WithdrawalValues = { name: '', contract: '', email: '', items: '' };
