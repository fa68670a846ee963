import type { ItemRights, ReturnSummary } from '@postlude/contract';
import type { ComponentType, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Guard } from '../kit/guard.ts';
import { adoptStyles } from '../kit/styles.ts';
import { whenIdle } from '../kit/when-idle.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { ReturnsModel } from './options.ts';
import type { ReturnsProps } from './returns.tsx';
import type { ChoosingState, FiledState, ReturnsNews } from './state.ts';
import type { UnitsProps } from './steps/units.tsx';
import type { LaterTexts, Ui } from './ui.ts';

/** What the chunk of the later steps holds. */
export interface LaterSteps {
  readonly Step: ComponentType<{ readonly ui: Ui; readonly state: ChoosingState }>;
  readonly Filed: ComponentType<{ readonly ui: Ui; readonly state: FiledState }>;
  /** What went wrong with a delivery. */
  readonly Problem: ComponentType<{ readonly ui: Ui; readonly state: ChoosingState }>;
  /** The returns of the order so far. */
  readonly ReturnList: ComponentType<{ readonly ui: Ui; readonly returns: readonly ReturnSummary[] }>;
  /** What stands below the items. */
  readonly Beside: ComponentType<{
    readonly ui: Ui;
    readonly state: ChoosingState;
    readonly closed: readonly ItemRights[];
    readonly withdrawalUrl: string | undefined;
  }>;
  /** How many of a thing. */
  readonly Units: ComponentType<UnitsProps>;
  /** What is said aloud for news of later steps and of a return. */
  announcement(ui: Ui, news: ReturnsNews): string;
  /** Lets the browser's Back go a step back; returns what ends that. */
  followHistory(model: ReturnsModel, guard: Guard): () => void;
  readonly styles: readonly string[];
  /** Their English texts. */
  readonly english: LaterTexts;
}

/** Brings the later steps, and their texts in the language of the page where that is not English. */
export type LoadLater = () => Promise<{
  readonly steps: LaterSteps;
  readonly catalogue?: Catalogue | undefined;
  readonly nonce?: string | undefined;
}>;

/** How far the later steps are. */
export type LaterState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | {
      readonly state: 'ready';
      readonly steps: LaterSteps;
      readonly texts: readonly (LaterTexts | undefined)[];
    };

const byImport: LoadLater = async () => ({ steps: (await import('./steps/index.ts')).laterSteps });

/** Brings the later steps once: when the page is idle, or when the first of them is needed. */
export function useLater(props: ReturnsProps, root: RefObject<HTMLElement | null>): LaterState {
  const { model, catalogue, later: load = byImport } = props;
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<LaterState>({ loading: 0, state: 'loading' } as LaterState);
  const { kind } = model.state.value;
  const isNear = kind === 'choosing' || kind === 'filed';
  useEffect(() => {
    if (!isNear || (state.state === 'ready' && tries === 0)) return undefined;
    let gone = false;
    const fail = (): void => {
      if (!gone) setState({ state: 'failed', retry: () => setTries(tries + 1) });
    };
    const bring = async (): Promise<void> => {
      try {
        const { steps, catalogue: own, nonce } = await load();
        if (gone) return;
        const within = root.current?.getRootNode();
        if (within && 'adoptedStyleSheets' in within)
          adoptStyles(within as ShadowRoot | Document, steps.styles, nonce);
        const texts = (own ?? catalogue) as Readonly<Record<string, LaterTexts | undefined>> | undefined;
        setState({
          state: 'ready',
          steps,
          texts: [steps.english, texts?.orderTracking, texts?.parcelBack, texts?.returnsSteps],
        });
      } catch (error) {
        props.report?.(error);
        fail();
      }
    };
    setState({ state: 'loading' });
    const cancel = kind === 'filed' ? undefined : whenIdle(() => void bring());
    if (!cancel) bring();
    return () => {
      gone = true;
      cancel?.();
    };
  }, [isNear, load, tries, catalogue]);
  return state;
}
