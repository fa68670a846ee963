import type { ClaimRoute, DoorKind, Passport } from '@postlude/contract';
import type { Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Said } from '../kit/live-region.tsx';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Environment } from '../order-session/environment.ts';
import type { Access } from '../returns/access.ts';
import type { PreparePhoto } from '../returns/photos/photo.ts';
import type { LaterTexts } from '../returns/ui.ts';
import type { ClaimsSource } from './claims-source.ts';
import type { ClaimDrafts } from './drafts.ts';
import type { ClaimsModel } from './options.ts';
import type { ClaimsSnapshot } from './state.ts';

/** The item with which something is wrong, as far as its passport is needed. */
export type ClaimedItem = Pick<Passport, 'id' | 'title' | 'variant' | 'imageUrl' | 'serial'>;

/** A confirmed fact, told once. Carries no personal data: ids are ours and say nothing outside of Postlude. */
export type ClaimsEvent =
  | { readonly type: 'claim-filed'; readonly claimId: string; readonly route: ClaimRoute }
  | { readonly type: 'claim-cancelled'; readonly claimId: string }
  | { readonly type: 'quote-answered'; readonly claimId: string; readonly accepted: boolean }
  /** The shopper chose a door that another widget opens, and the page named no address for it. */
  | { readonly type: 'door-chosen'; readonly route: DoorKind; readonly orderId: string }
  | { readonly type: 'error'; readonly code: string; readonly requestId: string | null };

/** What a claims model is made of. The widget around it has the session, and the way back to the items. */
export interface ClaimsOptions {
  readonly source: ClaimsSource;
  /** The session of the widget around: `use` opens another one where a proof is at hand. */
  readonly access: Access;
  readonly item: ClaimedItem;
  /** Begins with this claim instead of what can be done; from the list of the passport. */
  readonly claimId?: string | null | undefined;
  /** Goes on where another model left off. Wins over `claimId`. */
  readonly restore?: ClaimsSnapshot | null | undefined;
  readonly world: Environment;
  /** The browser's own storage unless given; null keeps nothing. */
  readonly drafts?: ClaimDrafts | null | undefined;
  /** Makes photos ready to be sent; by the browser's own means unless given. */
  readonly preparePhoto?: PreparePhoto | undefined;
  readonly onEvent: (event: ClaimsEvent) => void;
  /** Where unexpected errors go. */
  readonly report: (error: unknown) => void;
  /**
   * The session is over and cannot be opened again without the shopper. The model keeps what it has: keep it, and call `refresh`
   * once there is a session again.
   */
  readonly sessionEnded: () => void;
  /** Back to the items; `changed` when what they show is not true any more (a claim was filed, cancelled or went on). */
  readonly leave: (changed: boolean) => void;
}

/** What the claims view is given. It draws a card, or several, and takes the focus to its own headlines. */
export interface ClaimsProps {
  readonly model: ClaimsModel;
  readonly locale?: string | undefined;
  /** The texts of one language: of the session, of the tracking card and of claims, as far as they are there. */
  readonly catalogue?: Catalogue | undefined;
  /** The store's own words for single texts. */
  readonly messages?: Readonly<Partial<Record<string, string>>> | undefined;
  readonly timeZone?: string | undefined;
  readonly report?: ((error: unknown) => void) | undefined;
  /** Of the live region of the widget around. */
  readonly said: Signal<Said | null>;
  /** True where the focus was on what was here before: the first headline takes it. */
  readonly takesFocus?: boolean | undefined;
  readonly pages?: DoorPages | undefined;
}

/** Where the doors lead to that other widgets open. What is left out is not known. */
export interface DoorPages {
  /** The address of the page with returns; null where the page named none. */
  readonly returns?: string | null | undefined;
  /** The address of the withdrawal function. */
  readonly withdrawal?: string | null | undefined;
  /** Goes to the widget on this page that opens such a door; false when there is none. */
  readonly goTo?: ((widget: 'returns' | 'withdrawal') => boolean) | undefined;
  /** True where `goTo` would find it. */
  readonly isHere?: ((widget: 'returns' | 'withdrawal') => boolean) | undefined;
}

/** What the chunk of claims holds. */
export interface ClaimsPart {
  createClaims(options: ClaimsOptions): ClaimsModel;
  readonly Claims: ComponentType<ClaimsProps>;
  /** For `adoptStyles`, before the first drawing. */
  readonly styles: readonly string[];
  /** Their English texts by the groups of a `Catalogue`. */
  readonly texts: Readonly<
    Record<'orderTracking' | 'parcelBack' | 'files' | 'claimStatus' | 'claims', LaterTexts>
  >;
}

/** Brings claims, where they come from, and their texts in the language of the page where that is not English. */
export type LoadClaims = () => Promise<{
  readonly claims: ClaimsPart;
  readonly source: ClaimsSource;
  /** For the view. */
  readonly pages?: DoorPages | undefined;
  readonly catalogue?: Catalogue | undefined;
  readonly nonce?: string | undefined;
}>;
