import type { PassportList } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import type { IconName } from '../../kit/icon.tsx';
import { Picture } from '../../kit/picture.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { Status, type Tone } from '../../kit/status.tsx';
import { coverLine } from '../cover-words.ts';
import { asksSerial, type LaterScreens } from '../later.ts';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';

interface EntryProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly item: PassportList['items'][number];
  readonly screens: LaterScreens | null;
  readonly claims: boolean;
  /** True where the one button below is for this item alone. */
  readonly alone: boolean;
}

/** How each state of a registration looks beside its words. */
const signs: Readonly<Record<'registered' | 'pending' | 'rejected' | 'void', readonly [Tone, IconName]>> = {
  registered: ['success', 'check'],
  pending: ['progress', 'clock'],
  rejected: ['problem', 'alert'],
  void: ['warning', 'alert'],
};

/** The state of an item's registration, as a sign and words. */
export function RegistrationStatus({ ui, item }: Pick<EntryProps, 'ui' | 'item'>): VNode | null {
  const { registration } = item.passport;
  if (!registration) return null;
  const [tone, icon] = signs[registration.status];
  return <Status tone={tone} icon={icon} text={ui.say(`state.${registration.status}`)} />;
}

/** One item: what it is, what stands behind it, and what can be done with it. */
export function ItemEntry({ ui, state, item, screens, claims, alone }: EntryProps): VNode {
  const { passport, because, gainMonths, canRegister } = item;
  const { id, title, variant, unit, units, serial } = passport;
  const own = passport.state === 'owned';
  const why = because && /^(returned|transferred|gift|not_delivered)$/.test(because) ? because : null;
  const isDoing = state.doing?.action === 'register' && state.doing.ids.includes(id);
  const button = (name: 'details' | 'wrong', onPress: () => void): VNode => (
    <Button guard={ui.guard} kind="plain" label={ui.say(`${name}.of`, { title })} onPress={onPress}>
      {ui.say(name)}
    </Button>
  );
  return (
    <li class="entry" part="item">
      <div class="item">
        <Picture address={passport.imageUrl} guard={ui.guard} />
        <div class="words">
          <p class="name">
            <bdi>{title}</bdi>
          </p>
          {variant ? (
            <p class="quiet">
              <bdi>{variant}</bdi>
            </p>
          ) : null}
          {units > 1 ? <p class="quiet">{ui.say('unit', { n: unit, total: units })}</p> : null}
          {serial && !asksSerial(item) ? <p class="quiet">{ui.say('serial', { serial })}</p> : null}
          <RegistrationStatus ui={ui} item={item} />
        </div>
      </div>
      {own ? (
        <ul class="cover-lines">
          {passport.covers.map((cover) => (
            <li key={cover.rule}>{coverLine(ui, cover)}</li>
          ))}
        </ul>
      ) : null}
      {canRegister && gainMonths ? <p class="gain">{ui.say('gain', { n: gainMonths })}</p> : null}
      {why ? <p class="quiet">{ui.known(`because.${why}`)}</p> : null}
      {screens ? (
        <screens.Beside ui={ui} item={item} claims={claims} />
      ) : passport.claims.length > 0 ? (
        <Skeleton bars={['thing']} />
      ) : null}
      {asksSerial(item) ? (
        screens ? (
          <screens.Serial ui={ui} state={state} item={item} />
        ) : (
          <Skeleton bars={['short', 'thing']} />
        )
      ) : null}
      <div class="ways entry-ways">
        {canRegister && !alone ? (
          <Button
            guard={ui.guard}
            busy={state.doing !== null}
            label={ui.say('register.of', { title })}
            onPress={() => ui.model.register([id])}
          >
            {ui.say(isDoing ? 'registering' : 'register.one')}
          </Button>
        ) : null}
        {own ? button('details', () => ui.model.open(id)) : null}
        {own && claims ? button('wrong', () => ui.model.openClaims(id)) : null}
      </div>
    </li>
  );
}
