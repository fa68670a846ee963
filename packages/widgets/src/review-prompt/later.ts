import type { ReviewSubject } from '@postlude/contract';
import type { ComponentType, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { adoptStyles } from '../kit/styles.ts';
import { whenIdle } from '../kit/when-idle.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { ReviewPromptProps } from './review-prompt.tsx';
import type { ReadyState, ReviewPromptNews } from './state.ts';
import type { LaterTexts, Ui } from './ui.ts';

/** A later screen. */
type Screen = ComponentType<{ readonly ui: Ui; readonly state: ReadyState }>;

/** A part of one subject's entry. */
type EntryScreen = ComponentType<{
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly subject: ReviewSubject;
  /** True where it is the only one. */
  readonly alone: boolean;
}>;

/** What the chunk of the later screens holds. */
export interface LaterScreens {
  /** What can be done once there are stars, and what went wrong; under the stars of one. */
  readonly Ways: EntryScreen;
  /** One that is reviewed, left out, or cannot be reviewed. */
  readonly Settled: EntryScreen;
  /** The step at hand. */
  readonly Write: Screen;
  /** A review that is there. */
  readonly Own: Screen;
  /** What was sent. */
  readonly Done: Screen;
  /** What is said aloud for news of later screens. */
  announcement(ui: Ui, news: ReviewPromptNews): string;
  readonly styles: readonly string[];
  /** Their English texts. */
  readonly english: LaterTexts;
  /** Lets the browser's own Back go a step back; see `ReviewPromptProps.history`. */
  followHistory(model: Ui['model'], guard: Ui['guard']): () => void;
}

/** Brings the later screens, and their texts in the language of the page where that is not English. */
export type LoadLater = () => Promise<{
  readonly screens: LaterScreens;
  readonly catalogue?: Catalogue | undefined;
  readonly nonce?: string | undefined;
}>;

/** How far the later screens are. */
export type LaterState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | {
      readonly state: 'ready';
      readonly screens: LaterScreens;
      readonly texts: readonly (LaterTexts | undefined)[];
    };

const byImport: LoadLater = async () => ({ screens: (await import('./steps/index.ts')).laterScreens });

/** Brings the later screens once: when the page is idle after the stars are there, or when the first of them is needed. */
export function useLater(props: ReviewPromptProps, root: RefObject<HTMLElement | null>): LaterState {
  const { model, catalogue, later: load = byImport } = props;
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<LaterState>({ state: 'loading' });
  const now = model.state.value;
  const isNear = now.kind === 'ready' && !model.hidden.value;
  const isNeeded = isNear && now.screen !== 'overview';
  useEffect(() => {
    if (!isNear || (state.state === 'ready' && tries === 0)) return undefined;
    let gone = false;
    const bring = async (): Promise<void> => {
      try {
        const { screens, catalogue: own, nonce } = await load();
        if (gone) return;
        const within = root.current?.getRootNode();
        if (within && 'adoptedStyleSheets' in within)
          adoptStyles(within as ShadowRoot | Document, screens.styles, nonce);
        const texts = own ?? catalogue;
        setState({ state: 'ready', screens, texts: [screens.english, texts?.files, texts?.reviewSteps] });
      } catch (error) {
        props.report?.(error);
        if (!gone) setState({ state: 'failed', retry: () => setTries(tries + 1) });
      }
    };
    setState({ state: 'loading' });
    const cancel = isNeeded ? undefined : whenIdle(() => void bring());
    if (!cancel) bring();
    return () => {
      gone = true;
      cancel?.();
    };
  }, [isNear, isNeeded, load, tries, catalogue]);
  return state;
}
