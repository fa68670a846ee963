import type { PublicReview } from '@postlude/contract';
import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { adoptStyles } from '../kit/styles.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { WidgetProps } from '../order-session/widget-props.ts';
import { WidgetRoot } from '../order-session/widget-root.tsx';
import { problemText } from '../order-session/wording.ts';
import type { ReviewsModel } from './options.ts';
import { Pictures } from './parts/pictures.tsx';
import { nameOf, Review } from './parts/review.tsx';
import { NoReviews, Summary } from './parts/summary.tsx';
import { Tools } from './parts/tools.tsx';
import type { ReviewsMessages } from './reviews.messages.ts';
import type { LaterScreens, LoadLater, Shown } from './seam.ts';
import type { ReadyState, ReviewsNews } from './state.ts';
import { createUi, type Ui } from './ui.ts';

/** What a list of reviews is given. */
export interface ReviewsProps extends WidgetProps<ReviewsModel, keyof ReviewsMessages> {
  /** Loads what is seldom needed: pictures at full size, and the form of a report. */
  readonly later: LoadLater;
  /** What the reviews are about; decides the headline. */
  readonly about?: 'product' | 'store' | undefined;
}

/** A list of reviews. Give the root it stands in `reviewsStyles` by `adoptStyles`. */
export function Reviews(props: ReviewsProps): VNode {
  const { model, locale, catalogue, messages, theme, timeZone, report, later, about } = props;
  const ui = useMemo(
    () => createUi(props),
    [model, locale, catalogue, messages, timeZone, report, later, about],
  );
  const root = useRef<HTMLDivElement>(null);
  return (
    <WidgetRoot
      ui={ui}
      root={root}
      theme={theme}
      report={report}
      news={model.news}
      announce={(news) => announcement(ui, news)}
      fallback={(retry) => <Failure ui={ui} text={ui.say('problem.other')} retry={retry} />}
    >
      <Body ui={ui} root={root} />
    </WidgetRoot>
  );
}

function announcement(ui: Ui, news: ReviewsNews): string {
  if (news.code === 'shown') return ui.say('said.shown', { n: news.count });
  if (news.code === 'more') return ui.say('said.more', { n: news.count });
  return ui.say(`said.${news.code}`);
}

interface BodyProps {
  readonly ui: Ui;
  readonly root: { readonly current: HTMLElement | null };
}

function Body({ ui, root }: BodyProps): VNode {
  const state = ui.model.state.value;
  if (state.kind === 'loading')
    return (
      <section class="card" part="card" aria-busy="true">
        <Skeleton bars={['short', 'tall', 'short', 'thing', 'thing', 'thing', 'short', 'thing']} />
        <p class="unseen">{ui.say('loading')}</p>
      </section>
    );
  if (state.kind === 'failed')
    return <Failure ui={ui} text={problemText(ui, state.problem)} retry={ui.model.refresh} />;
  return <List ui={ui} root={root} state={state} />;
}

interface FailureProps {
  readonly ui: Ui;
  readonly text: string;
  readonly retry: () => void;
}

function Failure({ ui, text, retry }: FailureProps): VNode {
  return (
    <section class="card" part="card">
      <div class="words">
        <h2 class="headline" part="headline">
          {ui.say('problem.headline')}
        </h2>
        <p>{text}</p>
      </div>
      <Button guard={ui.guard} onPress={retry}>
        {ui.say('retry')}
      </Button>
    </section>
  );
}

/** A later screen that is open. */
type Open =
  | { readonly kind: 'pictures'; readonly pictures: readonly Shown[]; readonly first: number }
  | { readonly kind: 'report'; readonly review: PublicReview };
interface Loaded {
  readonly screens: LaterScreens;
  readonly catalogue: Catalogue | undefined;
}

function List({ ui, root, state }: BodyProps & { readonly state: ReadyState }): VNode {
  const { summary, items, next, phase } = state;
  const [open, show] = useState<Open | null>(null);
  const [loaded, keep] = useState<Loaded | null>(null);

  const openLater = ui.guard((what: Open): void => {
    show(what);
    if (loaded) return;
    ui.later().then(
      ({ screens, catalogue, nonce }) => {
        const place = root.current?.getRootNode();
        if (place instanceof ShadowRoot) adoptStyles(place, screens.styles, nonce);
        keep({ screens, catalogue });
      },
      () => {
        show(null);
        ui.said.value = { text: ui.say('said.failed') };
      },
    );
  });
  const openPicture = (pictures: readonly Shown[], first: number) =>
    openLater({ kind: 'pictures', pictures, first });
  const shownOf = (review: PublicReview): Shown[] =>
    review.media.map((media) => ({ media, by: nameOf(ui, review) }));
  const strip = summary.media.map(({ media, reviewId }): Shown => {
    const review = items.find(({ id }) => id === reviewId);
    return { media, by: review ? nameOf(ui, review) : ui.say('anonymous') };
  });

  return (
    <section class="card reviews" part="card" aria-busy={phase === 'asking'}>
      <h2 class="headline" part="headline" tabIndex={-1}>
        {ui.say(ui.about === 'store' ? 'title.store' : 'title')}
      </h2>
      {summary.count === 0 ? (
        <NoReviews ui={ui} />
      ) : (
        <>
          <Summary ui={ui} state={state} />
          {strip.length > 0 ? (
            <div class="words">
              <p class="quiet">{ui.say('pictures')}</p>
              <Pictures
                ui={ui}
                media={strip.map(({ media }) => media)}
                onOpen={(index) => openPicture(strip, index)}
              />
            </div>
          ) : null}
          <Tools ui={ui} state={state} />
          {items.length === 0 ? <p>{ui.say('none.found')}</p> : null}
          <ul class="list" aria-label={ui.say('list')}>
            {items.map((review) => (
              <li key={review.id} class="entry">
                <Review
                  ui={ui}
                  state={state}
                  review={review}
                  onPicture={(of, index) => openPicture(shownOf(of), index)}
                  onReport={(of) => openLater({ kind: 'report', review: of })}
                />
              </li>
            ))}
          </ul>
          {phase === 'failed' ? <p class="error">{ui.say('said.failed')}</p> : null}
          {next ? (
            <Button guard={ui.guard} busy={phase === 'more' || phase === 'asking'} onPress={ui.model.more}>
              {ui.say(phase === 'more' ? 'more.loading' : 'more')}
            </Button>
          ) : null}
        </>
      )}
      {summary.checks.length > 0 ? (
        <Disclosure guard={ui.guard} label={ui.say('checks')}>
          {() => (
            <ul class="checks">
              {summary.checks.map((check, index) => (
                <li key={index}>{check}</li>
              ))}
            </ul>
          )}
        </Disclosure>
      ) : null}
      {open && loaded ? <Later ui={ui} open={open} loaded={loaded} onClose={() => show(null)} /> : null}
    </section>
  );
}

interface LaterProps {
  readonly ui: Ui;
  readonly open: Open;
  readonly loaded: Loaded;
  readonly onClose: () => void;
}

function Later({ ui, open, loaded: { screens, catalogue }, onClose }: LaterProps): VNode {
  const { Lightbox, Report } = screens;
  const common = { words: ui, catalogue, onClose };
  return open.kind === 'pictures' ? (
    <Lightbox {...common} pictures={open.pictures} first={open.first} />
  ) : (
    <Report {...common} model={ui.model} review={open.review} />
  );
}
