import type { ItemRights, ReturnRoute } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { itemKey, openRoutes } from '../selection.ts';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { ClosedItem } from './closed-item.tsx';
import { Withdrawal } from './withdrawal.tsx';

interface BesideProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  /** What cannot go the way that is on screen. */
  readonly closed: readonly ItemRights[];
  readonly withdrawalUrl: string | undefined;
}

/** What stands below the items: those that cannot go back with the reason why, the other ways there are, and the rules. */
export function Beside({ ui, state, closed, withdrawalUrl }: BesideProps): VNode {
  const { options, changing } = state;
  return (
    <>
      {closed.length > 0 ? (
        <Closed ui={ui} state={state} items={closed} hasOpen={closed.length < options.items.length} />
      ) : null}
      {changing ? null : <OtherWays ui={ui} state={state} routes={openRoutes(options)} />}
      <Withdrawal ui={ui} options={options} url={withdrawalUrl} />
      {options.policyWords.length > 0 ? (
        <Disclosure guard={ui.guard} label={ui.say('policy', { store: options.store.name })}>
          {() => (
            <ul class="rules">
              {options.policyWords.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </Disclosure>
      ) : null}
    </>
  );
}

interface ClosedProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly items: readonly ItemRights[];
  readonly hasOpen: boolean;
}

function Closed({ ui, state, items, hasOpen }: ClosedProps): VNode {
  return (
    <section class="section" part="closed">
      {hasOpen ? <h3 class="section-title">{ui.say('closed')}</h3> : null}
      <ul class="things">
        {items.map((item) => (
          <ClosedItem key={itemKey(item)} ui={ui} state={state} item={item} />
        ))}
      </ul>
    </section>
  );
}

interface OtherWaysProps {
  readonly ui: Ui;
  readonly state: ChoosingState;
  readonly routes: ReadonlyMap<ReturnRoute, number>;
}

/** The ways beside the one on screen. */
function OtherWays({ ui, state, routes }: OtherWaysProps): VNode | null {
  const others = [...routes.keys()].filter((route) => route !== state.route);
  if (others.length === 0) return null;
  return (
    <div class="ways" part="other-ways">
      {others.map((route) => (
        <Button key={route} guard={ui.guard} kind="plain" onPress={() => ui.model.setRoute(route)}>
          {ui.say(`way.${route}`)}
        </Button>
      ))}
    </div>
  );
}
