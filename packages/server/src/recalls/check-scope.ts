import type { RecallInput } from '@postlude/contract';
import { serialKey } from '@postlude/contract/serials';
import { ApiProblem } from '../http/api-problem.ts';

/**
 * Whether a scope can be meant. A range whose ends do not fit together would concern nobody, and nobody would hear of it.
 *
 * @throws ApiProblem `invalid_input`.
 */
export function checkScope({ scope, product, hazard, action, contact }: RecallInput): void {
  const fields: Record<string, string> = {};
  for (const [index, range] of (scope.serials ?? []).entries()) {
    const [from, to] = [serialKey(range.from), serialKey(range.to)];
    const path = `scope.serials.${index}.to`;
    if (from === '') fields[`scope.serials.${index}.from`] = 'Please give letters and digits.';
    else if ([...from].length !== [...to].length)
      fields[path] = 'Both ends need the same number of letters and digits.';
    else if (from > to) fields[path] = 'The range ends before it begins.';
  }
  const { soldFrom = null, soldUntil = null } = scope;
  if (soldFrom !== null && soldUntil !== null && soldFrom > soldUntil) {
    fields['scope.soldUntil'] = 'The last day is before the first.';
  }
  for (const [name, text] of Object.entries({ product, hazard, action })) {
    if (Object.keys(text).length === 0) fields[name] = 'Please give a text in one language at least.';
  }
  if (contact.phone === null && contact.email === null && contact.url === null) {
    fields.contact = 'Owners need a phone number, an e-mail address or a page to turn to.';
  }
  if (Object.keys(fields).length > 0) throw new ApiProblem('invalid_input', { fields });
}
