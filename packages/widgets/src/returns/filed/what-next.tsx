import type { Return } from '@postlude/contract';
import type { VNode } from 'preact';
import { Icon } from '../../kit/icon.tsx';
import { Link } from '../../kit/link.tsx';
import { TellParcel } from '../../order-tracking/tell-parcel.tsx';
import type { FiledState } from '../state.ts';
import { methodName } from '../steps/method.tsx';
import { Place } from '../steps/place.tsx';
import type { Ui } from '../ui.ts';
import { troubleText } from '../wording.ts';
import { QrCode } from './qr-code.tsx';

/** What the shopper does next: the code to show or the label to print, where to, by when, and how to pack. */
export function WhatNext({ ui, state }: { readonly ui: Ui; readonly state: FiledState }): VNode | null {
  const { filed } = state;
  const { status, method, sendBy, address, documents, qr, route } = filed;
  if (status !== 'approved' || route !== 'return' || !method || method.kind === 'keep_item') return null;
  const label = documents.find(({ kind }) => kind === 'label');
  const others = documents.filter((document) => document !== label);
  return (
    <section class="section next-box" part="next">
      <h3 class="section-title">{ui.say('next_up')}</h3>
      <p>
        <strong>{methodName(ui, method)}</strong>
      </p>
      {sendBy ? (
        <p class="by">
          <Icon name="clock" />
          <span>{ui.say('send_by', { date: ui.format.day(sendBy) })}</span>
        </p>
      ) : null}
      {method.note ? <p class="quiet">{method.note}</p> : null}
      {qr ? <QrCode ui={ui} qr={qr} /> : null}
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
      <Packing ui={ui} filed={filed} />
      {method.place ? (
        <div class="words">
          <span class="quiet">{ui.say('where')}</span>
          <strong>
            <bdi>{method.place.name}</bdi>
          </strong>
          <Place ui={ui} place={method.place} />
        </div>
      ) : null}
      {address ? (
        <div class="words">
          <span class="quiet">{ui.say('address')}</span>
          <address class="words">
            {address.lines.map((line) => (
              <span key={line}>
                <bdi>{line}</bdi>
              </span>
            ))}
          </address>
          {address.instructions ? <p class="quiet">{address.instructions}</p> : null}
        </div>
      ) : null}
      {others.length > 0 ? (
        <div class="ways">
          {others.map(({ kind, url }) => (
            <Link
              key={kind}
              class="button secondary"
              part="button button-secondary"
              href={url}
              newTab={ui.t('new_window')}
            >
              <span>{ui.known(`document.${kind}`) ?? kind}</span>
            </Link>
          ))}
        </div>
      ) : null}
      {filed.canTellParcel ? (
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

/** How to pack, in as many steps as the way back asks for. */
function Packing({ ui, filed }: { readonly ui: Ui; readonly filed: Return }): VNode {
  const kind = filed.method?.kind ?? 'own_carrier';
  const steps = [
    ui.known(`pack.pack.${kind}`) ?? ui.say('pack.pack'),
    ui.known(`pack.slip.${kind}`, { number: filed.number }) ?? ui.say('pack.slip', { number: filed.number }),
    ui.known(`pack.hand.${kind}`) ?? ui.say('pack.hand'),
  ];
  return (
    <ol class="packing">
      {steps.filter(Boolean).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ol>
  );
}
