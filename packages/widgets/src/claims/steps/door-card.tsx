import type { DoorDecision } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Link, safeAddress } from '../../kit/link.tsx';
import { isClaimRoute } from '../choice.ts';
import { dayIn } from '../today.ts';
import type { ClaimsUi } from '../ui.ts';
import { coverSumText, whyBestText } from './door-wording.ts';

interface DoorCardProps {
  readonly ui: ClaimsUi;
  readonly door: DoorDecision;
  readonly store: { readonly name: string; readonly timeZone: string };
  /** Goes through a door of claims. */
  readonly onChoose: (route: DoorDecision['route']) => void;
}

/** An open door: what it is, why it is the best one, until when and how that was counted, and the way through. */
export function DoorCard({ ui, door, store, onChoose }: DoorCardProps): VNode {
  const { route, best, lastDay, opensOn, sum, burdenUntil, whyBest } = door;
  const name = ui.known(`door.${route}`) ?? route;
  const why = whyBestText(ui, door);
  const isPast = burdenUntil !== null && burdenUntil < dayIn(store.timeZone, ui.model.now());
  const counted = sum ? coverSumText(ui, sum) : '';
  return (
    <li class={best ? 'door best-door success' : 'door'} part="door">
      <div class="words">
        {best && whyBest !== 'only_one' ? (
          <p class="status">
            <Icon name="check" />
            <span>{ui.say('door.best')}</span>
          </p>
        ) : null}
        <h3 class="section-title">{name}</h3>
        <p>{ui.known(`door.${route}.about`)}</p>
        {why ? <p>{why}</p> : null}
        {isPast ? <p class="quiet">{ui.say('burden.over')}</p> : null}
        {lastDay || opensOn || counted ? (
          <p class="quiet">
            {opensOn ? <span>{ui.say('door.from', { date: ui.format.day(opensOn) })} </span> : null}
            {lastDay ? <strong>{ui.say('door.until', { date: ui.format.day(lastDay) })}</strong> : null}
            {counted ? <span>{lastDay ? ` (${counted})` : counted}</span> : null}
          </p>
        ) : null}
      </div>
      <Way ui={ui} door={door} name={name} store={store} onChoose={onChoose} />
    </li>
  );
}

function Way({ ui, door, name, store, onChoose }: DoorCardProps & { readonly name: string }): VNode {
  const { route, best } = door;
  const kind = best ? 'primary' : 'secondary';
  if (isClaimRoute(route))
    return (
      <Button
        guard={ui.guard}
        kind={kind}
        label={ui.say('door.go.of', { door: name })}
        onPress={() => onChoose(route)}
      >
        {ui.say('door.go')}
      </Button>
    );
  const widget = route === 'withdraw' ? 'withdrawal' : 'returns';
  const { pages } = ui;
  const label = (
    <>
      <span aria-hidden="true">{ui.say('door.go.other')}</span>
      <span class="unseen">{name}</span>
    </>
  );
  if (pages.isHere?.(widget))
    return (
      <Button
        guard={ui.guard}
        kind={kind}
        onPress={() => {
          ui.model.leadOn(route);
          pages.goTo?.(widget);
        }}
      >
        {label}
      </Button>
    );
  if (safeAddress(pages[widget]))
    return (
      <Link class={`button ${kind}`} part={`button button-${kind}`} href={pages[widget]}>
        {label}
      </Link>
    );
  return <p class="quiet">{ui.say('door.ask', { store: store.name })}</p>;
}
