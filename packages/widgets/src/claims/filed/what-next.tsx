import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import { Link } from '../../kit/link.tsx';
import { TellParcel } from '../../order-tracking/tell-parcel.tsx';
import type { ClaimState } from '../state.ts';
import { PlaceFacts } from '../steps/place-facts.tsx';
import { type ClaimsUi, troubleText } from '../ui.ts';

/** What the shopper does with the device once the claim is approved: where to with it, the label, and its parcel. */
export function WhatNext({ ui, state }: { readonly ui: ClaimsUi; readonly state: ClaimState }): VNode | null {
  const { status, resolution, place, documents, number, canTellParcel, inbound } = state.claim;
  const isDue = status === 'approved' && resolution === 'repair' && !inbound;
  if (!isDue && !canTellParcel && documents.length === 0) return null;
  const kind = place?.kind ?? 'send_in';
  const label = documents.find((document) => document.kind === 'label');
  const others = documents.filter((document) => document !== label);
  return (
    <section class="section next-box" part="next">
      <h3 class="section-title">{ui.say('next_up')}</h3>
      {isDue ? (
        <>
          <p>{ui.say(`next.${kind}`)}</p>
          {kind === 'partner' || kind === 'in_store' ? (
            <p>
              <strong>
                <bdi class="code">{number}</bdi>
              </strong>
            </p>
          ) : null}
          {place && kind !== 'at_home' ? (
            <div class="words">
              <strong>
                <bdi>{place.name}</bdi>
              </strong>
              <PlaceFacts ui={ui} place={place} link />
            </div>
          ) : null}
          {kind === 'send_in' ? <p class="quiet">{ui.say('next.slip', { number })}</p> : null}
        </>
      ) : null}
      {label || others.length > 0 ? (
        <div class="ways">
          {label ? (
            <Link
              class="button primary"
              part="button button-primary"
              href={label.url}
              newTab={ui.t('new_window')}
            >
              <span>{ui.say('document.label')}</span>
              <Icon name="out" />
            </Link>
          ) : null}
          {others.map(({ kind: name, url }) => (
            <Link
              key={name}
              class="button secondary"
              part="button button-secondary"
              href={url}
              newTab={ui.t('new_window')}
            >
              <span>{ui.known(`document.${name}`) ?? name}</span>
            </Link>
          ))}
        </div>
      ) : null}
      {canTellParcel ? (
        <TellParcel
          words={ui}
          doing={state.doing}
          trouble={state.trouble?.action === 'parcel' ? troubleText(ui, state.trouble.problem) : null}
          onTell={ui.model.tellParcel}
        />
      ) : null}
    </section>
  );
}
