import { effect } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import type { TrackingProblem } from '../order-session/state.ts';
import { announcement } from './announcement.ts';
import { Claim } from './filed/claim.tsx';
import type { ClaimsProps } from './seam.ts';
import { Step } from './steps/step.tsx';
import { type ClaimsUi, createClaimsUi, troubleText } from './ui.ts';

/** What can be done when something is wrong with an item, the way to a claim, and a claim's page. See `ClaimsProps`. */
export function Claims(props: ClaimsProps): VNode {
  const { model, locale, catalogue, messages, timeZone, report, said, pages, takesFocus = false } = props;
  const ui = useMemo(
    () => createClaimsUi(props),
    [model, locale, catalogue, messages, timeZone, report, said, pages],
  );
  useEffect(
    () =>
      effect(() => {
        const news = model.news.value;
        const text = news && announcement(ui, news);
        if (text) ui.said.value = { text };
      }),
    [ui],
  );
  const place = useRef<HTMLDivElement>(null);
  const state = model.state.value;
  const here =
    state.kind === 'filing'
      ? `${state.step}${state.solved}`
      : state.kind === 'claim'
        ? state.claim.id
        : state.kind;
  const shown = useRef(here);
  // The headline may still be on its way when its turn comes; it gets the focus when it is there.
  const owed = useRef(takesFocus);
  const moved = shown.current !== here;
  const held = holdsFocus(place.current);
  if (moved && held) owed.current = true;
  shown.current = here;
  useLayoutEffect(() => {
    const headline = place.current?.querySelector<HTMLElement>('.headline');
    // A button may go that held it: what it asked for is done, and cannot be asked for again.
    const isLost = held && !holdsFocus(place.current);
    if (!(owed.current || isLost) || !headline) return;
    owed.current = false;
    headline.focus({ preventScroll: true });
    // A step begins at its top, also where the one before was longer than the screen.
    if (place.current && place.current.getBoundingClientRect().top < 0)
      place.current.scrollIntoView({ block: 'start' });
  });
  return (
    <div ref={place} part="claims">
      {state.kind === 'loading' ? (
        <section class="card" part="card" aria-busy="true">
          <Skeleton bars={['short', 'tall', 'thing', 'thing', 'thing', 'short']} />
          <p class="unseen">{ui.say('loading')}</p>
        </section>
      ) : state.kind === 'failed' ? (
        <Failed ui={ui} problem={state.problem} />
      ) : state.kind === 'filing' ? (
        <Step ui={ui} state={state} />
      ) : (
        <Claim ui={ui} state={state} />
      )}
    </div>
  );
}

/** Nothing could be read: what happened, and the ways on. */
function Failed({ ui, problem }: { readonly ui: ClaimsUi; readonly problem: TrackingProblem }): VNode {
  return (
    <section class="card" part="card">
      <div class="words">
        <h2 class="headline" part="headline" tabIndex={-1}>
          {ui.say('problem.title')}
        </h2>
        <p>{troubleText(ui, problem)}</p>
        {problem.requestId ? <p class="quiet">{ui.t('problem.id', { id: problem.requestId })}</p> : null}
      </div>
      <div class="ways">
        {problem.retryable ? (
          <Button guard={ui.guard} kind="primary" onPress={ui.model.refresh}>
            {ui.t('retry')}
          </Button>
        ) : null}
        <Button guard={ui.guard} onPress={ui.model.leave}>
          {ui.say('items')}
        </Button>
      </div>
    </section>
  );
}

function holdsFocus(element: Element | null): boolean {
  const active = element && (element.getRootNode() as Document | ShadowRoot).activeElement;
  return Boolean(active && element?.contains(active));
}
