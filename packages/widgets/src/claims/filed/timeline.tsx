import type { Claim } from '@postlude/contract';
import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import { claimIcon, claimStatusText, claimTone } from '../claim-signs.ts';
import type { ClaimsUi } from '../ui.ts';
import { stillToCome } from './path.ts';

/** What happened so far, with the store's notes, and in grey what comes next. */
export function Timeline({ ui, claim }: { readonly ui: ClaimsUi; readonly claim: Claim }): VNode {
  const last = claim.events.length - 1;
  return (
    <section class="section" part="timeline">
      <h3 class="section-title">{ui.say('timeline')}</h3>
      <ol class="timeline">
        {claim.events.map(({ at, status, note }, index) => (
          <li
            key={`${at} ${status}`}
            class={index === last ? `moment now ${claimTone(status)}` : 'moment'}
            part="moment"
            aria-current={index === last ? 'step' : undefined}
          >
            <span class="moment-sign">
              <Icon name={index === last ? claimIcon(status) : 'check'} />
            </span>
            <span class="words">
              <strong>{claimStatusText(ui, status)}</strong>
              <time class="quiet" dateTime={at}>
                {ui.format.moment(at)}
              </time>
              {note ? (
                <span class="moment-note" dir="auto">
                  {note}
                </span>
              ) : null}
            </span>
          </li>
        ))}
        {stillToCome(claim).map((status) => {
          const step = claimStatusText(ui, status);
          return (
            <li key={status} class="moment later" part="moment">
              <span class="moment-sign" />
              <span>
                <span aria-hidden="true">{step}</span>
                <span class="unseen">{ui.say('timeline.later', { step })}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
