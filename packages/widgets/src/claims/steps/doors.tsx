import type { DoorDecision, PublicStore } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Link } from '../../kit/link.tsx';
import { isClaimRoute } from '../choice.ts';
import { ClaimRows } from '../claim-rows.tsx';
import type { FilingState } from '../state.ts';
import type { ClaimsUi } from '../ui.ts';
import { Trouble } from './claim-frame.tsx';
import { DoorCard } from './door-card.tsx';
import { doorClosedText } from './door-wording.ts';
import { ItemLine } from './item-line.tsx';
import { stepTitle } from './step-title.ts';

/** Every way there is for the item: the best first, closed ones with their reason on demand, and the claims so far. */
export function Doors({ ui, state }: { readonly ui: ClaimsUi; readonly state: FilingState }): VNode {
  const { doors, claims, store } = state.options;
  const open = doors.filter((door) => door.state === 'open');
  const closed = doors.filter((door) => door.state === 'closed');
  const choose = (route: DoorDecision['route']): void => {
    if (isClaimRoute(route)) ui.model.choose(route);
  };
  return (
    <section class="card claim-page" part="card">
      <header class="words">
        <h2 class="headline" part="headline" tabIndex={-1}>
          {stepTitle(ui, state)}
        </h2>
        <p class="quiet">
          {open.length > 0 ? ui.say('doors.about') : ui.say('doors.none.about', { store: store.name })}
        </p>
      </header>
      <ItemLine ui={ui} />
      <Trouble ui={ui} state={state} />
      {claims.length > 0 ? (
        <section class="section">
          <h3 class="section-title">{ui.say('claims')}</h3>
          <ClaimRows words={ui} claims={claims} onOpen={ui.model.openClaim} />
        </section>
      ) : null}
      {open.length > 0 ? (
        <ul class="doors">
          {open.map((door) => (
            <DoorCard key={door.route} ui={ui} door={door} store={store} onChoose={choose} />
          ))}
        </ul>
      ) : (
        <Contact ui={ui} store={store} />
      )}
      {closed.length > 0 ? <ClosedDoors ui={ui} doors={closed} /> : null}
      <div class="ways">
        <Button guard={ui.guard} kind="plain" onPress={ui.model.back}>
          {ui.say('items')}
        </Button>
      </div>
    </section>
  );
}

function ClosedDoors({
  ui,
  doors,
}: {
  readonly ui: ClaimsUi;
  readonly doors: readonly DoorDecision[];
}): VNode {
  return (
    <Disclosure guard={ui.guard} label={ui.say('doors.closed', { n: doors.length })}>
      {() => (
        <ul class="closed-doors">
          {doors.map((door) => (
            <li key={door.route} class="words">
              <strong>{ui.known(`door.${door.route}`) ?? door.route}</strong>
              <span class="quiet">{doorClosedText(ui, door)}</span>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

/** How to reach the store, where nothing else is open. */
function Contact({ ui, store }: { readonly ui: ClaimsUi; readonly store: PublicStore }): VNode | null {
  const { email, phone, url } = store.contact;
  const address = url ?? (email && `mailto:${email}`);
  if (!address && !phone) return null;
  return (
    <div class="ways">
      {address ? (
        <Link class="button primary" part="button button-primary" href={address}>
          {ui.t('action.contact_store')}
        </Link>
      ) : null}
      {phone ? (
        <Link class="button secondary" part="button button-secondary" href={`tel:${phone}`}>
          {ui.t('help.phone', { phone })}
        </Link>
      ) : null}
    </div>
  );
}
