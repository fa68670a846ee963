import type { Claim } from '@postlude/contract';
import type { VNode } from 'preact';
import { Notice } from '../../kit/notice.tsx';
import { DoorCard } from '../steps/door-card.tsx';
import type { ClaimsUi } from '../ui.ts';

/** Why the store declined, and every way that is still open. */
export function Declined({ ui, claim }: { readonly ui: ClaimsUi; readonly claim: Claim }): VNode | null {
  const { declined, store } = claim;
  if (!declined) return null;
  const { code, note, stillOpen } = declined;
  const open = stillOpen.filter(({ state }) => state === 'open');
  return (
    <>
      <Notice tone="problem" title={ui.known(`declined.${code}`) ?? ui.say('declined.other')}>
        {note ? <bdi>{note}</bdi> : null}
      </Notice>
      {open.length > 0 ? (
        <section class="section">
          <h3 class="section-title">{ui.say('declined.still')}</h3>
          <ul class="doors">
            {open.map((door) => (
              <DoorCard key={door.route} ui={ui} door={door} store={store} onChoose={ui.model.showDoors} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
