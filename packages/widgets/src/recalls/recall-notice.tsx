import type { RecallNotice } from '@postlude/contract';
import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Link, pictureAddress } from '../kit/link.tsx';
import type { MessageValues } from '../kit/messages.ts';
import type { Words } from '../order-session/words.ts';
import type { RecallsMessages } from './recalls.messages.ts';
import type { RecallsModel } from './recalls.model.ts';

/** What the parts of a recall work with. */
export interface RecallUi extends Words {
  readonly model: RecallsModel;
  readonly say: (key: keyof RecallsMessages, values?: MessageValues) => string;
}

interface NoticeProps {
  readonly ui: RecallUi;
  readonly recall: RecallNotice;
  readonly isSending: boolean;
  readonly hasFailed: boolean;
}

/**
 * A recall notice with its parts in the order of the law (Regulation (EU) 2023/988, Article 36(2)): headline, product, danger, what
 * to do, remedies, contact.
 */
export function Notice({ ui, recall, isSending, hasFailed }: NoticeProps): VNode {
  const { id, product, identification, imageUrl, sold, hazard, action, acknowledged } = recall;
  const picture = pictureAddress(imageUrl);
  const headline = `recall-${id}`;
  return (
    // A group and no landmark: each widget of the page shows it.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div class="recall" part="recall" role="group" aria-labelledby={headline} aria-busy={isSending}>
      <h2 id={headline} class="recall-title" part="recall-title">
        <Icon name="alert" />
        <span>{ui.say('headline')}</span>
      </h2>
      <div class="recall-product">
        {picture ? <img class="recall-picture" src={picture} alt={product} width={112} height={112} /> : null}
        <div class="recall-facts">
          <Fact name={ui.say('product')}>
            <strong>{product}</strong>
          </Fact>
          {identification ? <Fact name={ui.say('identification')}>{identification}</Fact> : null}
          {sold ? <Fact name={ui.say('sold')}>{sold}</Fact> : null}
        </div>
      </div>
      <Fact name={ui.say('hazard')}>
        <strong>{hazard}</strong>
      </Fact>
      <Fact name={ui.say('action')}>
        <strong>{action}</strong>
      </Fact>
      <Remedies ui={ui} recall={recall} isSending={isSending} />
      <Contact ui={ui} contact={recall.contact} />
      {hasFailed ? (
        <p class="error" role="alert">
          {ui.say('failed')}
        </p>
      ) : null}
      {acknowledged ? null : (
        <Button guard={ui.guard} busy={isSending} onPress={() => ui.model.answer(id, null)}>
          {ui.say(isSending ? 'sending' : 'read')}
        </Button>
      )}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode {
  return (
    <div class="words">
      <span class="quiet">{name}</span>
      <span class="recall-text">
        <bdi>{children}</bdi>
      </span>
    </div>
  );
}

/** What the owner may have, each a button; which was chosen is said, and another can be chosen. */
function Remedies({ ui, recall, isSending }: Omit<NoticeProps, 'hasFailed'>): VNode {
  const chosen = recall.acknowledged?.remedy ?? null;
  return (
    <div class="words recall-remedies">
      <span class="quiet">{ui.say('remedies')}</span>
      <ul>
        {recall.remedies.map(({ kind, text }) => (
          <li key={kind}>
            <Button
              guard={ui.guard}
              kind={kind === chosen ? 'secondary' : 'primary'}
              busy={isSending || kind === chosen}
              onPress={() => ui.model.answer(recall.id, kind)}
            >
              {kind === chosen ? <Icon name="check" /> : null}
              <span>{ui.say(`remedy.${kind}`)}</span>
            </Button>
            {text ? (
              <span class="quiet">
                <bdi>{text}</bdi>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {chosen ? (
        <p class="quiet">
          {ui.say('chosen', { remedy: ui.say(`remedy.${chosen}`) })}. {ui.say('chosen.about')}
        </p>
      ) : null}
    </div>
  );
}

function Contact({
  ui,
  contact,
}: {
  readonly ui: RecallUi;
  readonly contact: RecallNotice['contact'];
}): VNode | null {
  const { phone, email, url } = contact;
  // A number is read from left to right in any language.
  const number = phone && `\u2066${phone}\u2069`;
  return (
    <div class="words">
      <span class="quiet">{ui.say('contact')}</span>
      <span class="recall-contact">
        {phone ? (
          <Link class="button plain" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            <span>{ui.say('call', { phone: number ?? '' })}</span>
          </Link>
        ) : null}
        {email ? (
          <Link class="button plain" href={`mailto:${email}`}>
            <span>{ui.say('write', { email })}</span>
          </Link>
        ) : null}
        {url ? (
          <Link class="button plain" href={url} newTab={ui.say('new_window')}>
            <span>{ui.say('website')}</span>
            <Icon name="out" />
          </Link>
        ) : null}
      </span>
    </div>
  );
}
