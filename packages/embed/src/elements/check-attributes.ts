import { complain } from '../guard.ts';
import { elementProperties } from '../settings.ts';

const known =
  /^(id|class|style|slot|part|exportparts|hidden|inert|title|role|tabindex|lang|dir|translate|is|nonce|(data|aria|on)-?.*)$/;

/** Names the attributes that do nothing: most often a slip of the pen. */
export function checkAttributes(element: HTMLElement): void {
  for (const { name } of element.attributes) {
    if (known.test(name) || (elementProperties as readonly string[]).includes(name)) continue;
    complain(`<${element.localName}> knows no attribute ${name}; it knows ${elementProperties.join(', ')}.`);
  }
}
