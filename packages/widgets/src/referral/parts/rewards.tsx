import type { ReferralCard } from '@postlude/contract';
import type { VNode } from 'preact';
import { CopyButton } from '../../kit/copy-button.tsx';
import type { Ui } from '../ui.ts';

type Rewards = ReferralCard['rewards'];

/** What the shopper was given, with the codes that can still be used. */
export function Rewards({ ui, rewards }: { readonly ui: Ui; readonly rewards: Rewards }): VNode {
  return (
    <div class="rewards">
      <h3 class="title">{ui.say('rewards')}</h3>
      <ul class="stands" part="rewards">
        {rewards.map((one) => (
          <Reward key={one.reward.id} ui={ui} {...one} />
        ))}
      </ul>
    </div>
  );
}

function Reward({ ui, side, reward }: Rewards[number] & { readonly ui: Ui }): VNode {
  const { state, label, code, words } = reward;
  const isOver = state === 'redeemed' || state === 'revoked';
  return (
    <li class="panel-box" part="reward">
      <div class="words">
        <p class={isOver ? 'quiet' : 'name'}>{label}</p>
        <p class="quiet">{words}</p>
        {side === 'friend' ? <p class="quiet">{ui.say('rewards.friend')}</p> : null}
      </div>
      {code && !isOver ? (
        <CopyButton
          guard={ui.guard}
          value={code}
          label={ui.t('copy')}
          fullLabel={ui.say('reward.copy.full', { code })}
          copied={ui.t('copied')}
          refused={ui.t('copy_failed')}
          announce={(text) => {
            ui.said.value = { text };
          }}
        />
      ) : null}
    </li>
  );
}
