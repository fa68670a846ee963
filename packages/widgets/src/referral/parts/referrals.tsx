import type { AdvocateReferral, ReferralState } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Icon, type IconName } from '../../kit/icon.tsx';
import type { Tone } from '../../kit/status.tsx';
import { problemText } from '../../order-session/wording.ts';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';

const signs: Readonly<Record<ReferralState, readonly [Tone, IconName]>> = {
  clicked: ['neutral', 'dot'],
  claimed: ['neutral', 'clock'],
  ordered: ['progress', 'clock'],
  held: ['progress', 'clock'],
  flagged: ['warning', 'clock'],
  qualified: ['success', 'check'],
  refused: ['neutral', 'cross'],
  voided: ['neutral', 'cross'],
};

/** Every recommendation, where it stands and why. */
export function Referrals({ ui, state }: { readonly ui: Ui; readonly state: ReadyState }): VNode {
  const { referrals, next, doing, trouble } = state;
  return (
    <div class="recommended">
      <h3 class="title">{ui.say('list')}</h3>
      {referrals.length === 0 ? (
        <p class="quiet">{ui.say('list.none')}</p>
      ) : (
        <ul class="stands" part="referrals">
          {referrals.map((referral) => (
            <Stands key={referral.id} ui={ui} referral={referral} />
          ))}
        </ul>
      )}
      {trouble?.doing === 'more' ? <p class="error">{problemText(ui, trouble.problem)}</p> : null}
      {next === null ? null : (
        <Button guard={ui.guard} busy={doing === 'more'} onPress={ui.model.more}>
          {ui.say(doing === 'more' ? 'more.busy' : 'more')}
        </Button>
      )}
    </div>
  );
}

/** One of them. A newer server may know states this version does not. */
function Stands({ ui, referral }: { readonly ui: Ui; readonly referral: AdvocateReferral }): VNode {
  const { state, words, reward, changedAt } = referral;
  const [tone, icon] = signs[state] ?? signs.clicked;
  const since = ui.say('list.since', { date: ui.format.dayOf(changedAt) });
  return (
    <li class={tone} part="referral">
      <Icon name={icon} />
      <div class="words">
        <p>{words}</p>
        <p class="quiet">{reward ? `${since} · ${reward.label}` : since}</p>
      </div>
    </li>
  );
}
