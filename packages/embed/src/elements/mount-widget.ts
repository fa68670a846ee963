import type { Session, SessionRequest } from '@postlude/contract';
import { adoptStyles, type Catalogue, type Theme } from '@postlude/widgets/kit';
import { render, type VNode } from 'preact';
import { complain, guarded } from '../guard.ts';
import { elementCss } from '../room.ts';
import { meantText, type WidgetSettings } from '../settings.ts';
import { tellPage } from '../tell-page.ts';
import type { Load, LoadedCatalogue, WidgetChunk } from '../widget.ts';
import { catalogueOf, type EnglishTexts } from './catalogue.ts';
import { contain } from './containment.ts';
import { givenSession } from './given-session.ts';
import { withOwnSettings } from './own-settings.ts';
import type { Seen } from './seen.ts';
import { createSessionSource, isSameOrder, type SessionSource } from './session-source.ts';

const themes: readonly unknown[] = ['light', 'dark', 'auto', 'host'] satisfies Theme[];

/** What every widget's model can do, whatever else it can. */
export interface MountedModel<Snapshot> {
  readonly state: { peek(): { readonly kind: string } };
  /** Goes on from its lookup form with a session that was looked up elsewhere on the page. */
  enter?(session: Session): void;
  refresh(): void;
  snapshot(): Snapshot;
  dispose(): void;
}

/** What a widget makes its model of. All but `sessions`, `settings` and `load` can be passed on as they are. */
export interface ModelParts<Snapshot> {
  readonly request: SessionRequest | undefined;
  readonly orderNumber: string | undefined;
  readonly session: Session | undefined;
  readonly restore: Snapshot | undefined;
  /** Becomes `postlude:<type>` on the element, the rest of it its detail. */
  readonly onEvent: (event: { readonly type: string }) => void;
  readonly report: (error: unknown) => void;
  /** Opens sessions, and shares them with the other widgets of the page. */
  readonly sessions: SessionSource;
  readonly settings: WidgetSettings;
  readonly load: Load;
}

/** What every widget's component is given besides its model. */
export interface Look {
  readonly locale: string;
  readonly catalogue: Catalogue | undefined;
  readonly theme: Theme | undefined;
  readonly report: (error: unknown) => void;
}

/** What one widget brings along. */
export interface WidgetKind<Model extends MountedModel<Snapshot>, Snapshot> {
  /** In the order they apply. */
  readonly styles: readonly string[];
  /** The English texts by the groups of a `Catalogue`, which say in what order a language's chunk holds them. */
  readonly texts: EnglishTexts;
  create(parts: ModelParts<Snapshot>): Model;
  /** Draws the model; called again when the settings change. */
  view(model: Model, look: Look): VNode;
}

/**
 * What the chunk of a widget exports as `mount`: everything all widgets have in common when they are put into an element.
 */
export function mountWidget<Model extends MountedModel<Snapshot>, Snapshot>(
  kind: WidgetKind<Model, Snapshot>,
): WidgetChunk['mount'] {
  return ({ element, root, room, first, load }, settings, catalogue) => {
    let now = withOwnSettings(element, settings);
    let texts = catalogueOf(catalogue, kind.texts);
    let answer = first;
    let model: Model | undefined;
    let left: Snapshot | undefined;
    let drawn = false;
    let unfollow = () => {};
    /** Counts changes; the texts of an earlier one are of no use any more. */
    let round = 0;

    const tellError = (code: string) => tellPage(element, 'error', { code, requestId: null });
    const report = (error: unknown) => {
      complain(error);
      tellError('unexpected');
    };
    /** Out of the back/forward cache comes a page as it was, perhaps hours ago. */
    const pageShown = (event: PageTransitionEvent) => {
      if (event.persisted) model?.refresh();
    };

    /** What is recalled stands above every widget about its order. */
    const seen: Seen = async (found) => {
      if (found.order.recalls)
        await load('recalls')
          .then(({ showRecalls }) => showRecalls(room, found, now, load))
          .catch(complain);
      return found;
    };

    const open = (restore?: Snapshot) => {
      const session = givenSession(now.session);
      model = kind.create({
        request: requestIn(now),
        orderNumber: now.order,
        session,
        restore,
        onEvent: ({ type, ...detail }) => tellPage(element, type, detail),
        report,
        sessions: createSessionSource(now, answer, load, tellError, seen),
        settings: now,
        load,
      });
      answer = undefined;
      const mine = model;
      // With a form on screen the client will be needed; its code can come while the shopper types, here or in another element.
      if (mine.state.peek().kind === 'lookup')
        load('client').then(
          ({ followFound }) => {
            if (mine === model) unfollow = followFound(now, mine, seen, !restore);
          },
          () => {},
        );
      return session && seen(session);
    };
    const close = () => {
      unfollow();
      model?.dispose();
      model = undefined;
    };

    const draw = () => {
      if (!model) return;
      if (!drawn) room.textContent = '';
      drawn = true;
      const theme = themes.includes(now.theme) ? now.theme : undefined;
      render(kind.view(model, { locale: now.locale, catalogue: texts, theme, report }), room);
    };

    const arrive = () => {
      window.addEventListener('pageshow', pageShown);
      return open(left);
    };
    const leave = () => {
      window.removeEventListener('pageshow', pageShown);
      left = model?.snapshot();
      close();
    };
    const update = (next: WidgetSettings, nextTexts: LoadedCatalogue | undefined) => {
      const isOther = !isSameOrder(next, now);
      now = withOwnSettings(element, next);
      texts = catalogueOf(nextTexts, kind.texts);
      if (isOther) {
        close();
        open();
      }
      // The first drawing has a task of its own, and takes all of this then.
      if (drawn) draw();
    };

    if (meantText(settings.debug)) {
      load('debug').then(({ checkAttributes }) => checkAttributes(element), complain);
    }
    contain(root);
    adoptStyles(root, [elementCss, ...kind.styles], settings.nonce);
    // On a slow phone, this task was long enough with the code.
    Promise.resolve(arrive()).then(() => setTimeout(guarded(draw)));
    tellPage(element, 'ready', {});

    return {
      settle(here, next, loadTexts) {
        if (!here && model) leave();
        if (!here) return;
        if (!model) {
          arrive();
          draw();
        }
        const mine = ++round;
        loadTexts(next).then(
          guarded((loaded) => {
            if (mine === round && model) update(next, loaded);
          }),
        );
      },
      refresh: () => model?.refresh(),
    };
  };
}

function requestIn({ order, proof, gift }: WidgetSettings): SessionRequest | undefined {
  if (!order) return undefined;
  if (proof) return { by: 'proof', order, proof };
  return gift ? { by: 'gift', order, code: gift } : undefined;
}
