import type { PassportList } from '@postlude/contract';
import type { ComponentType, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { adoptStyles } from '../kit/styles.ts';
import { whenIdle } from '../kit/when-idle.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { ElsewhereState, ReadyState, RegistrationNews, TakeOverState } from './state.ts';
import type { LaterTexts, Ui } from './ui.ts';
import type { WarrantyRegistrationProps } from './warranty-registration.tsx';

/** What the chunk of the later screens holds. */
export interface LaterScreens {
  /** What was registered just now. */
  readonly Done: ComponentType<{ readonly ui: Ui; readonly state: ReadyState }>;
  /** Everything about one item. */
  readonly Item: ComponentType<{ readonly ui: Ui; readonly state: ReadyState; readonly claims: boolean }>;
  readonly Elsewhere: ComponentType<{ readonly ui: Ui; readonly state: ElsewhereState }>;
  readonly TakeOver: ComponentType<{ readonly ui: Ui; readonly state: TakeOverState }>;
  /** What is done when something is wrong with an item. */
  readonly Claims: ComponentType<{
    readonly ui: Ui;
    readonly state: ReadyState;
    readonly props: WarrantyRegistrationProps;
  }>;
  /** Asks for the serial number of an item. */
  readonly Serial: ComponentType<{
    readonly ui: Ui;
    readonly state: ReadyState;
    readonly item: PassportList['items'][number];
  }>;
  /** Serial numbers of several units at once, and a proof of purchase; where they are asked. */
  readonly Missing: ComponentType<{ readonly ui: Ui; readonly state: ReadyState }>;
  /** What there is to say of an item: why its registration waits or was not accepted, and its open claims where they can be shown. */
  readonly Beside: ComponentType<{
    readonly ui: Ui;
    readonly item: PassportList['items'][number];
    readonly claims: boolean;
  }>;
  /** What is said aloud for news of later screens. */
  announcement(ui: Ui, news: RegistrationNews): string;
  readonly styles: readonly string[];
  /** Their English texts. */
  readonly english: LaterTexts;
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

/** Brings the later screens once: when the page is idle, or when the first of them is needed. */
export function useLater(props: WarrantyRegistrationProps, root: RefObject<HTMLElement | null>): LaterState {
  const { model, catalogue, later: load = byImport } = props;
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<LaterState>({ state: 'loading' });
  const now = model.state.value;
  const isNeeded =
    now.kind === 'elsewhere' ||
    now.kind === 'takeover' ||
    (now.kind === 'ready' &&
      (now.screen !== 'items' ||
        now.list.items.some((item) => asksSerial(item) || item.passport.claims.length)));
  const isNear = isNeeded || now.kind === 'ready' || now.kind === 'start';
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
        setState({
          state: 'ready',
          screens,
          texts: [screens.english, texts?.files, texts?.claimStatus, texts?.registrationSteps],
        });
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

/** True where a number has to be typed before the item can be registered, or may be. */
export const asksSerial = ({ serial, canRegister }: PassportList['items'][number]): boolean =>
  canRegister && serial.asked !== 'no';
