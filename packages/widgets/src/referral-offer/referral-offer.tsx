import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { CopyButton } from '../kit/copy-button.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { Field } from '../kit/field.tsx';
import { Link } from '../kit/link.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { useHeadlineFocus } from '../order-session/headline-focus.ts';
import type { WidgetProps } from '../order-session/widget-props.ts';
import { WidgetRoot } from '../order-session/widget-root.tsx';
import { problemText } from '../order-session/wording.ts';
import type { ReferralOfferModel } from './options.ts';
import type { ReferralOfferMessages } from './referral-offer.messages.ts';
import type { AskState, ClaimedState, ClosedState, OfferState, ReferralOfferNews } from './state.ts';
import { createUi, type Ui } from './ui.ts';

/** What an offer to a friend is given. */
export interface ReferralOfferProps extends WidgetProps<ReferralOfferModel, keyof ReferralOfferMessages> {
  /** Where the friend goes on to the shop: an address, or a place on this page (`#till`). */
  readonly shop?: string | undefined;
}

/** An offer to a friend. Give the root it stands in `referralOfferStyles` by `adoptStyles`. */
export function ReferralOffer(props: ReferralOfferProps): VNode {
  const { model, locale, catalogue, messages, theme, timeZone, report, shop } = props;
  const ui = useMemo(() => createUi(props), [model, locale, catalogue, messages, timeZone, report, shop]);
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

function announcement(ui: Ui, news: ReferralOfferNews): string {
  switch (news.code) {
    case 'offer':
    case 'closed':
      return news.words;
    case 'claimed':
      return ui.say('said.claimed', { code: news.discountCode });
    case 'failed':
      return problemText(ui, news.problem);
  }
}

interface BodyProps {
  readonly ui: Ui;
  readonly root: { readonly current: HTMLDivElement | null };
}

function Body({ ui, root }: BodyProps): VNode {
  const state = ui.model.state.value;
  useHeadlineFocus(root, state.kind);
  switch (state.kind) {
    case 'loading':
      return (
        <section class="card" part="card" aria-busy="true">
          <Skeleton bars={['tall', 'short', 'thing']} />
          <p class="unseen">{ui.say('loading')}</p>
        </section>
      );
    case 'failed':
      return <Failure ui={ui} text={problemText(ui, state.problem)} retry={ui.model.refresh} />;
    case 'ask':
      return <Ask ui={ui} state={state} />;
    case 'offer':
      return <Offer ui={ui} state={state} />;
    case 'closed':
      return <Closed ui={ui} state={state} />;
    case 'claimed':
      return <Claimed ui={ui} state={state} />;
  }
}

interface FailureProps {
  readonly ui: Ui;
  readonly text: string;
  readonly retry: () => void;
}

function Failure({ ui, text, retry }: FailureProps): VNode {
  return (
    <section class="card" part="card">
      <p class="error">{text}</p>
      <Button guard={ui.guard} onPress={retry}>
        {ui.say('retry')}
      </Button>
    </section>
  );
}

interface HeadProps {
  readonly title: string;
  readonly about?: string | undefined;
}

const Head = ({ title, about }: HeadProps): VNode => (
  <div class="offer-words">
    <h2 class="headline" part="headline" tabIndex={-1}>
      {title}
    </h2>
    {about ? <p>{about}</p> : null}
  </div>
);

interface FormProps {
  readonly ui: Ui;
  /** What the form is drawn from: with each new one the field that is wrong takes the focus, if there is one. */
  readonly state: AskState | OfferState;
  readonly onSubmit: () => void;
  readonly children: (VNode | null)[];
}

function Form({ ui, state, onSubmit, children }: FormProps): VNode {
  const form = useRef<HTMLFormElement>(null);
  const drawn = useRef(state);
  useEffect(() => {
    // A form that has just been put somewhere takes the focus from nobody.
    if (drawn.current !== state) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    drawn.current = state;
  }, [state]);
  return (
    <form
      ref={form}
      class="offer-form"
      noValidate
      onSubmit={ui.guard((event: Event) => {
        event.preventDefault();
        onSubmit();
      })}
    >
      {children}
    </form>
  );
}

function Ask({ ui, state }: { readonly ui: Ui; readonly state: AskState }): VNode {
  const { model } = ui;
  const error = state.error ? ui.say('ask.missing') : (state.said ?? undefined);
  return (
    <section class="card" part="card">
      <Head title={ui.say('ask.title')} about={ui.say('ask.about')} />
      <Form ui={ui} state={state} onSubmit={model.lookUp}>
        <Field
          guard={ui.guard}
          name="code"
          label={ui.say('ask.label')}
          hint={ui.say('ask.hint')}
          error={error}
          value={state.code}
          autocomplete="off"
          onEdit={model.editCode}
        />
        {state.problem ? <p class="error">{problemText(ui, state.problem)}</p> : null}
        <Button guard={ui.guard} kind="primary" submit busy={state.busy}>
          {ui.say(state.busy ? 'ask.busy' : 'ask.press')}
        </Button>
      </Form>
    </section>
  );
}

function Offer({ ui, state }: { readonly ui: Ui; readonly state: OfferState }): VNode {
  const { model } = ui;
  const { words, needsEmail, endsAt, terms } = state.offer;
  return (
    <section class="card" part="card">
      <Head
        title={words}
        about={endsAt === null ? undefined : ui.say('until', { date: ui.format.dayOf(endsAt) })}
      />
      <Form ui={ui} state={state} onSubmit={model.claim}>
        {needsEmail ? (
          <Field
            guard={ui.guard}
            name="email"
            label={ui.say('email')}
            hint={ui.say('email.hint')}
            error={state.error ? ui.say('email.wrong') : undefined}
            value={state.email}
            autocomplete="email"
            inputMode="email"
            onEdit={model.editEmail}
          />
        ) : null}
        {state.problem ? <p class="error">{problemText(ui, state.problem)}</p> : null}
        <Button guard={ui.guard} kind="primary" submit busy={state.busy}>
          {ui.say(state.busy ? 'claim.busy' : 'claim')}
        </Button>
      </Form>
      <Terms ui={ui} terms={terms} />
    </section>
  );
}

function Closed({ ui, state }: { readonly ui: Ui; readonly state: ClosedState }): VNode {
  return (
    <section class="card" part="card">
      <Head title={ui.say('closed.title')} about={state.words} />
      <div class="ways">
        <ToShop ui={ui} />
        <Button guard={ui.guard} kind="plain" onPress={ui.model.another}>
          {ui.say('closed.other')}
        </Button>
      </div>
    </section>
  );
}

function Claimed({ ui, state }: { readonly ui: Ui; readonly state: ClaimedState }): VNode {
  const { claim } = state;
  const code = claim.reward?.code ?? claim.mention;
  return (
    <section class="card" part="card">
      <Head title={ui.say('claimed.title')} about={claim.words} />
      <div class="ticket" part="ticket">
        {claim.reward ? <span class="worth">{claim.reward.label}</span> : null}
        {code ? (
          <CopyButton
            guard={ui.guard}
            value={code}
            label={ui.say('copy')}
            fullLabel={ui.say('copy.full', { code })}
            copied={ui.say('copied')}
            refused={ui.say('copy.refused')}
            announce={(text) => {
              ui.said.value = { text };
            }}
          />
        ) : (
          <span class="quiet">{ui.say('claimed.waiting')}</span>
        )}
        {claim.until === null ? null : (
          <span class="quiet">{ui.say('claimed.until', { date: ui.format.dayOf(claim.until) })}</span>
        )}
      </div>
      <ToShop ui={ui} />
      <Terms ui={ui} terms={claim.terms} />
    </section>
  );
}

/** A way on. A place on this very page is a link as well. */
function ToShop({ ui }: { readonly ui: Ui }): VNode | null {
  const { shop } = ui;
  if (!shop) return null;
  const label = ui.say('shop');
  if (!shop.startsWith('#')) {
    return (
      <Link href={shop} class="button secondary" part="button button-secondary">
        {label}
      </Link>
    );
  }
  return (
    <a href={shop} class="button secondary" part="button button-secondary">
      {label}
    </a>
  );
}

function Terms({ ui, terms }: { readonly ui: Ui; readonly terms: readonly string[] }): VNode | null {
  if (terms.length === 0) return null;
  return (
    <Disclosure guard={ui.guard} label={ui.say('terms')}>
      {() => (
        <ul class="terms">
          {terms.map((term, index) => (
            <li key={index}>{term}</li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
