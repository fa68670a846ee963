import type { Claim } from '@postlude/contract';
import type { VNode } from 'preact';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Link } from '../../kit/link.tsx';
import type { ClaimsUi } from '../ui.ts';

/** What the shopper told when the claim was filed. */
export function Told({ ui, claim }: { readonly ui: ClaimsUi; readonly claim: Claim }): VNode {
  const { route, symptomLabel, description, since, uploads, resolution, place, address } = claim;
  return (
    <Disclosure guard={ui.guard} label={ui.say('told')}>
      {() => (
        <div class="told">
          <p>
            <strong>{ui.known(`door.${route}`)}</strong>
          </p>
          {symptomLabel ? (
            <p>
              <bdi>{symptomLabel}</bdi>
            </p>
          ) : null}
          <p class="told-text" dir="auto">
            {description}
          </p>
          <p class="quiet">{ui.say('check.since', { date: ui.format.day(since) })}</p>
          <p>
            <span>{ui.known(`resolution.${resolution}`)}</span>
            {place ? (
              <span>
                {' · '}
                <bdi>{place.name}</bdi>
              </span>
            ) : null}
          </p>
          {address ? (
            <address class="words quiet">
              {address.lines.map((line) => (
                <span key={line}>
                  <bdi>{line}</bdi>
                </span>
              ))}
            </address>
          ) : null}
          {uploads.length > 0 ? (
            <div class="ways">
              {uploads.map(({ id, url }, index) => (
                <Link key={id} class="button plain" href={url} newTab={ui.t('new_window')}>
                  <span>{ui.say('file.open', { n: index + 1 })}</span>
                </Link>
              ))}
            </div>
          ) : null}
        </div>
      )}
    </Disclosure>
  );
}
