import type { PublicReview, ReviewMedia } from '@postlude/contract';
import type { FunctionComponent } from 'preact';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Words } from '../order-session/words.ts';
import type { ReviewsModel } from './options.ts';

/** A picture or video with the review it belongs to. */
export interface Shown {
  readonly media: ReviewMedia;
  /** Who took it, as it is shown. */
  readonly by: string;
}

/** What a later screen is given. Each is a dialog, closed by its button, by Escape, and by a press beside it. */
interface LaterProps {
  readonly words: Words;
  readonly catalogue: Catalogue | undefined;
  readonly onClose: () => void;
}

/** Pictures at full size. */
export interface LightboxProps extends LaterProps {
  readonly pictures: readonly Shown[];
  /** Which one first. */
  readonly first: number;
}

/** The form that reports a review. */
export interface ReportProps extends LaterProps {
  readonly model: ReviewsModel;
  readonly review: PublicReview;
}

/** What comes when it is asked for. */
export interface LaterScreens {
  readonly Lightbox: FunctionComponent<LightboxProps>;
  readonly Report: FunctionComponent<ReportProps>;
  readonly styles: readonly string[];
}

/** Loads the later screens, with their texts where the page's language is another one than English. */
export type LoadLater = () => Promise<{
  readonly screens: LaterScreens;
  readonly catalogue: Catalogue | undefined;
  readonly nonce: string | undefined;
}>;
