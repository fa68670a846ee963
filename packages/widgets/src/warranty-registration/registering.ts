import type { Id, PassportList, RegistrationInput } from '@postlude/contract';
import { readSerial } from '@postlude/contract/serials';
import type { Mistakes, ReadyState, SerialMistake } from './state.ts';

type Item = PassportList['items'][number];

/** What was typed for an item, or what is known of it. */
export function serialOf({ serials, scanned, list }: ReadyState, { passport }: Item): string {
  const isFirst = list.items[0]?.passport.id === passport.id;
  return serials[passport.id] ?? passport.serial ?? (isFirst && scanned ? scanned : '');
}

/** What need not be sent, because it would be refused. */
export function mistakesIn(state: ReadyState, chosen: readonly Item[]): Mistakes {
  const mistakes: Record<string, SerialMistake | 'sending'> = {};
  for (const item of chosen) {
    const { asked } = item.serial;
    const { state: fit } = readSerial(asked === 'no' ? '' : serialOf(state, item), item.serial);
    if (fit === 'empty' && asked === 'required') mistakes[item.passport.id] = 'missing';
    else if (fit === 'check_failed') mistakes[item.passport.id] = fit;
    else if (fit === 'partial' || fit === 'wrong') mistakes[item.passport.id] = 'wrong';
  }
  const isOutside = chosen.some(({ passport }) => passport.origin === 'elsewhere');
  if (state.proof.some((file) => file.state === 'preparing' || file.state === 'sending'))
    mistakes.proof = 'sending';
  else if (isOutside && state.list.proof === 'required' && !state.proof.some(({ uploadId }) => uploadId))
    mistakes.proof = 'missing';
  return mistakes;
}

/** What is sent. */
export function inputOf(state: ReadyState, chosen: readonly Item[]): RegistrationInput {
  const proof = state.proof.flatMap(({ uploadId }) => (uploadId ? [uploadId as Id<'upload'>] : []));
  return {
    items: chosen.map((item) => {
      const { asked } = item.serial;
      const { value } = readSerial(asked === 'no' ? '' : serialOf(state, item), item.serial);
      return { passportId: item.passport.id, ...(value ? { serial: value } : {}) };
    }),
    consents: state.consents,
    ...(proof.length > 0 ? { proof } : {}),
  };
}

const refusals: Readonly<Record<string, SerialMistake>> = {
  serial_required: 'missing',
  serial_wrong: 'wrong',
  serial_not_accepted: 'not_accepted',
  serial_taken: 'taken',
};

/** What a server refused, by the items it named (`items.0.serial`); of a single item it need not name it. */
export function refused(error: unknown, chosen: readonly Item[]): Mistakes {
  const { code, fields } = (error ?? {}) as { readonly code?: unknown; readonly fields?: object | null };
  if (code === 'proof_required') return { proof: 'missing' };
  const mistake = refusals[`${code}`];
  if (!mistake) return {};
  const named = Object.keys(fields ?? {}).flatMap((path) => {
    const item = chosen[Number(/^items\.(\d+)\b/.exec(path)?.[1] ?? Number.NaN)];
    return item ? [item] : [];
  });
  const wrong = named.length > 0 || chosen.length > 1 ? named : chosen;
  return Object.fromEntries(wrong.map(({ passport }) => [passport.id, mistake]));
}
