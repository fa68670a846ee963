import type { Claim, Cover } from '@postlude/contract';
import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import { coverSumText } from '../steps/door-wording.ts';
import type { ClaimsUi } from '../ui.ts';

/** After a claim: what stands behind the item from now on, and what the repair added. */
export function CoversNow({ ui, claim }: { readonly ui: ClaimsUi; readonly claim: Claim }): VNode | null {
  const covers = claim.covers.filter(
    ({ state, until, lifetime }) => state === 'active' && (until || lifetime),
  );
  if (claim.status !== 'done' || covers.length === 0) return null;
  return (
    <section class="section panel-box success" part="covers">
      <h3 class="section-title">{ui.say('covers')}</h3>
      <ul class="covers-now">
        {covers.map((cover) => (
          <CoverRow key={cover.rule} ui={ui} cover={cover} />
        ))}
      </ul>
    </section>
  );
}

function CoverRow({ ui, cover }: { readonly ui: ClaimsUi; readonly cover: Cover }): VNode {
  const { kind, name, until, sum } = cover;
  const isLonger = sum?.extensions.some(({ reason }) => reason === 'repair');
  return (
    <li class="words">
      <span>
        <strong>{name ? <bdi>{name}</bdi> : ui.say(`cover.${kind}`)}</strong>{' '}
        <span>
          {until ? ui.say('cover.until', { date: ui.format.day(until) }) : ui.say('cover.lifetime')}
        </span>
      </span>
      {isLonger ? (
        <span class="status success">
          <Icon name="check" />
          <span>{ui.say('cover.repaired')}</span>
        </span>
      ) : null}
      {sum ? <span class="quiet">{coverSumText(ui, sum)}</span> : null}
    </li>
  );
}
