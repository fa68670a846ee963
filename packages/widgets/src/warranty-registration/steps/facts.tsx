import type { Passport } from '@postlude/contract';
import type { VNode } from 'preact';
import { Disclosure } from '../../kit/disclosure.tsx';
import type { Ui } from '../ui.ts';

/** What is known of an item: where it comes from, since when, and how many owners it had. */
export function Facts({ ui, passport }: { readonly ui: Ui; readonly passport: Passport }): VNode {
  const { serial, purchasedOn, purchasedAbout, boughtAt, deliveredOn, registration, owners } = passport;
  const facts: readonly (readonly [string, string | null])[] = [
    [ui.say('fact.serial'), serial],
    [ui.say(purchasedAbout ? 'fact.bought.about' : 'fact.bought'), purchasedOn && ui.format.day(purchasedOn)],
    [ui.say('fact.where'), boughtAt],
    [ui.say('fact.delivered'), deliveredOn && ui.format.day(deliveredOn)],
    [ui.say('fact.registered'), registration && ui.format.dayOf(registration.registeredAt)],
    [
      ui.say('fact.owners'),
      owners.length > 0
        ? ui.say('fact.owners.n', { n: owners.findIndex(({ you }) => you) + 1 || owners.length })
        : null,
    ],
  ];
  return (
    <Disclosure guard={ui.guard} label={ui.say('facts')}>
      {() => (
        <dl class="facts" part="facts">
          {facts.map(([name, value]) =>
            value ? (
              <div key={name}>
                <dt class="quiet">{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      )}
    </Disclosure>
  );
}
