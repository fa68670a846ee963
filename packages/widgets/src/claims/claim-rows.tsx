import type { ClaimSummary } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../kit/button.tsx';
import { Status } from '../kit/status.tsx';
import type { Words } from '../order-session/words.ts';
import { claimIcon, claimStatusText, claimTone } from './claim-signs.ts';
import { english } from './claim-status.messages.ts';

interface RowsProps {
  readonly words: Words;
  readonly claims: readonly ClaimSummary[];
  readonly onOpen: (claimId: string) => void;
}

/** Claims, each a line with its state and the way to it. */
export function ClaimRows({ words, claims, onOpen }: RowsProps): VNode {
  const say = (key: keyof typeof english, number: string): string =>
    words.known(key, { number }) ?? english[key];
  return (
    <ul class="claim-list">
      {claims.map(({ id, number, status, createdAt }) => {
        const name = say('claims.row', number);
        return (
          <li key={id} class="claim-row" part="claim">
            <span class="words">
              <strong>{name}</strong>
              <span class="quiet">{words.format.dayOf(createdAt)}</span>
              <Status
                tone={claimTone(status)}
                icon={claimIcon(status)}
                text={claimStatusText(words, status)}
              />
            </span>
            <Button guard={words.guard} label={say('show.what', name)} onPress={() => onOpen(id)}>
              {say('show', '')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
