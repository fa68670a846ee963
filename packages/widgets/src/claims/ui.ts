import { english as files } from '../files/files.messages.ts';
import type { MessageValues, Translate } from '../kit/messages.ts';
import { english as session } from '../order-session/order-session.messages.ts';
import { isPassing } from '../order-session/problem.ts';
import type { TrackingProblem } from '../order-session/state.ts';
import { createWords, type Words } from '../order-session/words.ts';
import { english as tracking } from '../order-tracking/order-tracking.messages.ts';
import { english as parcelBack } from '../order-tracking/parcel-back.messages.ts';
import { english as claimStatus } from './claim-status.messages.ts';
import { english } from './claims.messages.ts';
import type { ClaimsModel } from './options.ts';
import type { ClaimsProps, DoorPages } from './seam.ts';

/** The texts of claims by their English words. */
export type ClaimsTexts = typeof files & typeof claimStatus & typeof english;

/** What every part of the claims view works with: its words, the model's actions, and where other widgets are. */
export interface ClaimsUi extends Words {
  readonly model: ClaimsModel;
  readonly pages: DoorPages;
  /** Says a text of claims. */
  readonly say: Translate<ClaimsTexts>;
}

/** The English texts of claims by the groups of a `Catalogue`; a later group wins. */
export const claimsTexts = {
  orderTracking: tracking,
  parcelBack,
  files,
  claimStatus,
  claims: english,
} as const;

/** Makes the `ClaimsUi` of one widget. */
export function createClaimsUi(props: ClaimsProps): ClaimsUi {
  const { model, catalogue, messages, locale, timeZone, report, said, pages = {} } = props;
  const texts = [
    session,
    tracking,
    parcelBack,
    files,
    claimStatus,
    english,
    catalogue?.orderSession,
    catalogue?.orderTracking,
    catalogue?.parcelBack,
    catalogue?.files,
    catalogue?.claimStatus,
    catalogue?.claims,
    messages,
  ];
  const words = createWords({ catalogue, locale, texts, now: model.now, timeZone, report });
  const say = (key: string, ...[values]: readonly MessageValues[]): string => words.known(key, values) ?? key;
  return { ...words, said, model, pages, say: say as Translate<ClaimsTexts> };
}

/** What went wrong, in words. */
export function troubleText(ui: ClaimsUi, problem: TrackingProblem): string {
  const code = problem.code === 'rate_limited' ? 'unavailable' : problem.code;
  return ui.known(`problem.${code}`) ?? ui.t(isPassing(problem) ? 'problem.unreachable' : 'problem.other');
}
