import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Confirm } from '../../kit/confirm.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Code } from '../../order-tracking/parts/carrier.tsx';
import { claimIcon, claimTone } from '../claim-signs.ts';
import type { ClaimState } from '../state.ts';
import { ItemLine } from '../steps/item-line.tsx';
import { type ClaimsUi, troubleText } from '../ui.ts';
import { claimTitle, sayingOf } from './claim-title.ts';
import { CoversNow } from './covers-now.tsx';
import { Declined } from './declined.tsx';
import { DeviceParcel } from './device-parcel.tsx';
import { Messages } from './messages.tsx';
import { Quote } from './quote.tsx';
import { Timeline } from './timeline.tsx';
import { Told } from './told.tsx';
import { WhatNext } from './what-next.tsx';

interface ClaimProps {
  readonly ui: ClaimsUi;
  readonly state: ClaimState;
}

/** A claim that was filed: how it stands, what the shopper has to do, what happened, and what can still be done. */
export function Claim({ ui, state }: ClaimProps): VNode {
  const { claim, doing, trouble } = state;
  const { status, number, quote, inbound, outbound, question, expectedOn } = claim;
  const isOver = status === 'declined' || status === 'cancelled' || status === 'done';
  const about = ui.known(`claim.about.${sayingOf(claim)}`, { store: claim.store.name });
  const isQuoteOpen = quote?.state === 'open';
  return (
    <article class="card claim-page" part="card" aria-busy={state.refreshing || doing !== null}>
      <header>
        <div class={`hero ${claimTone(status)}`}>
          <span class="badge" part="badge">
            <Icon name={claimIcon(status)} />
          </span>
          <div class="words">
            <h2 class="headline" part="headline" tabIndex={-1}>
              {claimTitle(ui, claim)}
            </h2>
            {about ? <p class="quiet">{about}</p> : null}
            {expectedOn && !isOver ? (
              <p>{ui.say('claim.expected', { date: ui.format.day(expectedOn) })}</p>
            ) : null}
          </div>
        </div>
        <div class="claim-number">
          <span class="quiet">{ui.say('claim.number')}</span>
          <Code ui={ui} value={number} what={ui.say('claim.number')} />
        </div>
      </header>
      <ItemLine ui={ui} item={claim} />
      <Freshness ui={ui} state={state} />
      <Declined ui={ui} claim={claim} />
      {question === null ? null : <Messages ui={ui} state={state} />}
      {quote && isQuoteOpen ? <Quote ui={ui} state={state} quote={quote} /> : null}
      <CoversNow ui={ui} claim={claim} />
      <WhatNext ui={ui} state={state} />
      {outbound ? <DeviceParcel ui={ui} claim={claim} shipment={outbound} isInbound={false} /> : null}
      {inbound ? <DeviceParcel ui={ui} claim={claim} shipment={inbound} isInbound /> : null}
      <Timeline ui={ui} claim={claim} />
      {quote && !isQuoteOpen ? <Quote ui={ui} state={state} quote={quote} /> : null}
      <Told ui={ui} claim={claim} />
      {question === null ? <Messages ui={ui} state={state} /> : null}
      {trouble?.action === 'cancel' ? (
        <Notice tone="problem">{troubleText(ui, trouble.problem)}</Notice>
      ) : null}
      <footer class="ways claim-footer">
        {claim.canCancel ? (
          <Confirm
            guard={ui.guard}
            label={ui.say('cancel')}
            question={ui.say('cancel.question')}
            about={ui.say('cancel.about')}
            yes={ui.say('cancel.yes')}
            no={ui.say('cancel.no')}
            busy={doing === 'cancel'}
            onConfirm={ui.model.cancelClaim}
          />
        ) : null}
        {isOver ? (
          <Button guard={ui.guard} onPress={ui.model.showDoors}>
            {ui.say('doors.others')}
          </Button>
        ) : null}
        <Button guard={ui.guard} kind="plain" onPress={ui.model.leave}>
          {ui.say('items')}
        </Button>
      </footer>
    </article>
  );
}

/** Says that what is shown may be old, and since when. */
function Freshness({ ui, state }: ClaimProps): VNode | null {
  const { stale, offline, asOf, refreshing } = state;
  if (!stale && !offline) return null;
  return (
    <Notice tone="warning">
      <p>
        <span>{ui.t(offline ? 'offline' : 'stale')}</span>{' '}
        <span>{ui.t('as_of', { time: ui.format.moment(asOf) })}</span>
      </p>
      <Button guard={ui.guard} kind="plain" onPress={ui.model.refresh} busy={refreshing}>
        {ui.t('refresh')}
      </Button>
    </Notice>
  );
}
