import { complain } from '../guard.ts';
import { elementProperties } from '../settings.ts';

const known =
  /^(id|class|style|slot|part|exportparts|hidden|inert|title|role|tabindex|lang|dir|translate|is|nonce|(data|aria|on)-?.*)$/;

/** What single widgets look at besides. */
const own: Readonly<Record<string, readonly string[]>> = {
  'postlude-returns': ['drafts', 'history', 'withdrawal'],
  'postlude-withdrawal': ['name'],
  'postlude-review-prompt': ['mode', 'drafts', 'history', 'returns', 'warranty', 'referral'],
  'postlude-reviews': ['product', 'subject'],
  'postlude-referral': ['mode'],
  'postlude-referral-offer': ['code', 'country', 'shop'],
  'postlude-warranty-registration': ['elsewhere'],
};

/** Names the attributes that do nothing: most often a slip of the pen. */
export function checkAttributes(element: HTMLElement): void {
  const heard: readonly string[] = [...elementProperties, ...(own[element.localName] ?? [])];
  for (const { name } of element.attributes) {
    if (known.test(name) || heard.includes(name)) continue;
    complain(`<${element.localName}> knows no attribute ${name}; it knows ${heard.join(', ')}.`);
  }
}
