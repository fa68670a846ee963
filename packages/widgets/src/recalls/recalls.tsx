import type { RecallNotice } from '@postlude/contract';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import type { Theme } from '../kit/theme.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { createWords } from '../order-session/words.ts';
import { Notice, type RecallUi } from './recall-notice.tsx';
import { english } from './recalls.messages.ts';
import type { RecallsModel } from './recalls.model.ts';

/** What the recalls above a widget are given. */
export interface RecallsProps {
  readonly model: RecallsModel;
  readonly locale?: string | undefined;
  readonly catalogue?: Catalogue | undefined;
  readonly theme?: Theme | undefined;
  readonly report?: ((error: unknown) => void) | undefined;
}

/**
 * The recalls of an order, above everything else. A notice stands whole until its owner says that it was read; from then on it is
 * one calm line that can be opened again. Nothing of the shop's may stand in it: it is never an advertisement.
 */
export function Recalls({ model, locale, catalogue, theme = 'auto', report }: RecallsProps): VNode | null {
  const texts = [english, catalogue?.recalls];
  const words = createWords({ catalogue, locale, texts, now: Date.now, timeZone: undefined, report });
  const ui: RecallUi = { ...words, say: (key, values) => words.known(key, values) ?? english[key], model };
  const state = model.state.value;
  const recalls = state.kind === 'ready' ? state.recalls : [];
  const news = recalls.filter(({ acknowledged }) => !acknowledged);
  return (
    <div class="root recalls" part="root" data-theme={theme} lang={ui.locale} dir={ui.direction}>
      {/* There before its words are: readers only hear changes. What is urgent is said at once; the focus stays where it is. */}
      <div role="alert" class="unseen">
        {news.map(({ id, product }) => (
          <p key={id}>
            {ui.say('headline')}: {product}
          </p>
        ))}
      </div>
      {state.kind === 'failed' ? (
        <section class="recall" part="recall">
          <p class="recall-title">
            <Icon name="alert" />
            <strong>{ui.say('headline')}</strong>
          </p>
          <p>{ui.say('not_here')}</p>
          <Button guard={ui.guard} onPress={() => void model.refresh()}>
            {ui.say('retry')}
          </Button>
        </section>
      ) : null}
      {state.kind === 'ready'
        ? [...news, ...recalls.filter((recall) => !news.includes(recall))].map((recall) => (
            <Recall
              key={recall.id}
              ui={ui}
              recall={recall}
              isSending={state.sending === recall.id}
              hasFailed={state.failed === recall.id}
            />
          ))
        : null}
    </div>
  );
}

interface RecallProps {
  readonly ui: RecallUi;
  readonly recall: RecallNotice;
  readonly isSending: boolean;
  readonly hasFailed: boolean;
}

/** One recall: whole, or as a line once it was read. */
function Recall({ ui, recall, isSending, hasFailed }: RecallProps): VNode {
  const { acknowledged, product } = recall;
  const isRead = acknowledged !== null;
  const [isOpen, open] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(isRead);
  const held = holdsFocus(place.current);
  useLayoutEffect(() => {
    // The button that was pressed is gone; what is left of the notice takes the focus.
    if (isRead && !before.current && held) place.current?.querySelector('button')?.focus();
    before.current = isRead;
  }, [isRead]);
  return (
    <div ref={place} class="recall-place">
      {isRead ? (
        <div class="recall-line" part="recall-line">
          <Icon name="alert" />
          <span class="words">
            <span>
              <strong>{ui.say('headline')}</strong>{' '}
              <span>
                <bdi>{product}</bdi>
              </span>
            </span>
            {acknowledged.remedy ? (
              <span class="quiet">
                {ui.say('chosen', { remedy: ui.say(`remedy.${acknowledged.remedy}`) })}
              </span>
            ) : null}
          </span>
          <button
            type="button"
            class="button plain"
            aria-expanded={isOpen}
            aria-label={ui.say(isOpen ? 'hide.what' : 'show.what', { product })}
            onClick={ui.guard(() => open(!isOpen))}
          >
            <span>{ui.say(isOpen ? 'hide' : 'show')}</span>
            <Icon name="down" />
          </button>
        </div>
      ) : null}
      {!isRead || isOpen ? (
        <Notice ui={ui} recall={recall} isSending={isSending} hasFailed={hasFailed} />
      ) : null}
    </div>
  );
}

function holdsFocus(element: HTMLElement | null): boolean {
  const active = element && (element.getRootNode() as Document | ShadowRoot).activeElement;
  return Boolean(active && element?.contains(active));
}
