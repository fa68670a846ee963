import type { ReferralCard } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { Join } from './join.tsx';
import { Referrals } from './referrals.tsx';
import { Rewards } from './rewards.tsx';
import { Share } from './share.tsx';
import { Totals } from './totals.tsx';

/** What the upper part of a card is for. */
export function placeOf({ programme, closed, invitation }: ReferralCard): 'closed' | 'join' | 'share' {
  if (closed !== null || programme === null) return 'closed';
  return invitation === null ? 'join' : 'share';
}

interface CardProps {
  readonly ui: Ui;
  readonly state: ReadyState;
}

/** What can be shared, and what became of it. */
export function Card({ ui, state }: CardProps): VNode {
  const { card, offer, stale } = state;
  const { programme, closed, totals, rewards } = card;
  const place = placeOf(card);
  const hasPast = totals.visits > 0 || state.referrals.length > 0 || rewards.length > 0;
  return (
    <section class="card" part="card">
      <div class="words">
        <h2 class="headline" part="headline" tabIndex={-1}>
          {place === 'closed' ? ui.say('title') : programme?.offer}
        </h2>
        {place === 'closed' ? (
          <p>
            {ui.say(`closed.${closed ?? 'no_programme'}`)} {hasPast ? ui.say('closed.before') : null}
          </p>
        ) : programme?.endsAt ? (
          <p class="quiet">{ui.say('until', { date: ui.format.dayOf(programme.endsAt) })}</p>
        ) : null}
      </div>
      {place === 'join' ? <Join ui={ui} state={state} /> : null}
      {place === 'share' && card.invitation ? (
        <Share ui={ui} state={state} invitation={card.invitation} />
      ) : null}
      {place !== 'closed' && programme && programme.terms.length > 0 ? (
        <Terms ui={ui} terms={programme.terms} />
      ) : null}
      {hasPast ? <Totals ui={ui} totals={totals} /> : null}
      {rewards.length > 0 ? <Rewards ui={ui} rewards={rewards} /> : null}
      {place === 'share' || hasPast ? <Referrals ui={ui} state={state} /> : null}
      {stale ? (
        <div class="ways">
          <p class="quiet">{ui.t('stale')}</p>
          <Button guard={ui.guard} kind="plain" onPress={ui.model.refresh}>
            {ui.t('refresh')}
          </Button>
        </div>
      ) : null}
      {offer ? (
        <Button guard={ui.guard} kind="plain" onPress={ui.model.dismiss}>
          {ui.say('later')}
        </Button>
      ) : null}
    </section>
  );
}

const Terms = ({ ui, terms }: { readonly ui: Ui; readonly terms: readonly string[] }): VNode => (
  <Disclosure guard={ui.guard} label={ui.say('terms')}>
    {() => (
      <ul class="terms">
        {terms.map((term, index) => (
          <li key={index}>{term}</li>
        ))}
      </ul>
    )}
  </Disclosure>
);
