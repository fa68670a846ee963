import type { ReturnDraft, ReturnFiling, ReturnOptions, ReturnQuoteRequest } from '@postlude/contract';
import { keptPhoto } from './photos/photo.ts';
import { itemKey, openUnits } from './selection.ts';
import { type ChoosingState, type ChosenItem, type Step, stepNames } from './state.ts';

type Choice = Pick<ChoosingState, 'route' | 'problem' | 'items' | 'method'>;
type Item = ReturnFiling['items'][number];
type Ids = Pick<Item, 'lineId' | 'shipmentId' | 'quantity'>;

const ids = ({ lineId, shipmentId, quantity }: ChosenItem): Ids => ({ lineId, shipmentId, quantity }) as Ids;

const uploadsOf = ({ photos }: ChosenItem): Item['uploads'] =>
  photos.flatMap(({ uploadId }) => (uploadId ? [uploadId] : [])) as Item['uploads'];

/** A reason for routes that ask for none: what happened says it all. */
const impliedReason = ({ route, problem }: Choice): string | null =>
  route === 'return' ? null : route === 'cancel' ? 'cancel' : problem;

const routeFields = ({
  route,
  problem,
  method,
}: Choice): Pick<ReturnFiling, 'route' | 'problem' | 'method'> => ({
  route,
  problem: route === 'delivery_problem' ? problem : null,
  method: route === 'return' && method ? method : null,
});

/**
 * What the server is asked the sums for. What a later step is about stays out: it was picked for what was chosen before, and
 * would be refused where one more unit or another reason closes it.
 */
export function toQuoteRequest(
  choice: Choice & Pick<ChoosingState, 'changing' | 'step'>,
): ReturnQuoteRequest {
  const isAt = (step: Step): boolean => stepNames.indexOf(choice.step) >= stepNames.indexOf(step);
  return {
    ...(choice.changing ? { changing: choice.changing.id } : {}),
    ...routeFields(isAt('method') ? choice : { ...choice, method: null }),
    items: choice.items.map((item) => {
      const resolution = isAt('resolutions') ? item.resolution : null;
      return {
        ...ids(item),
        reason: item.reason ?? impliedReason(choice),
        // Cancelled is cancelled: the money goes back where it came from.
        resolution: resolution ?? (choice.route === 'cancel' ? 'refund' : null),
        exchangeFor: resolution === 'exchange' && item.variantId ? { variantId: item.variantId } : null,
      };
    }),
  };
}

/** What is filed. The sum that was shown goes with it, so that no other one is taken. */
export function toFiling(state: ChoosingState): ReturnFiling {
  const settlement = state.quoted.quote?.settlement;
  return {
    ...routeFields(state),
    items: state.items.map((item) => ({
      ...ids(item),
      reason: item.reason ?? impliedReason(state) ?? '',
      note: item.note.trim() || null,
      uploads: uploadsOf(item),
      resolution: item.resolution ?? 'refund',
      exchangeFor: item.resolution === 'exchange' && item.variantId ? { variantId: item.variantId } : null,
    })),
    expected: settlement
      ? {
          refund: settlement.refund.amount,
          storeCredit: settlement.storeCredit.amount,
          toPay: settlement.toPay.amount,
        }
      : null,
  };
}

/** What is kept of a choice. */
export function toDraft(state: ChoosingState): ReturnDraft {
  return {
    step: state.step,
    ...routeFields(state),
    items: state.items.map((item) => ({
      ...ids(item),
      reason: item.reason,
      note: item.note.trim() ? item.note.slice(0, 2000) : null,
      uploads: uploadsOf(item),
      resolution: item.resolution,
      exchangeFor: item.variantId ? { variantId: item.variantId } : null,
    })),
    method: state.method,
  };
}

/** The choice a draft stands for, as far as it is still possible. Null when nothing of it is. */
export function fromDraft(
  draft: ReturnDraft,
  options: ReturnOptions,
): (Pick<ChoosingState, 'route' | 'problem' | 'items' | 'method'> & { readonly step: Step }) | null {
  const route = draft.route ?? 'return';
  const problem = draft.problem ?? null;
  const items = draft.items.flatMap((kept): ChosenItem[] => {
    const rights = options.items.find((item) => itemKey(item) === itemKey(kept));
    const most = rights ? openUnits(rights, { route, problem, changing: null }) : 0;
    if (most === 0) return [];
    return [
      {
        lineId: kept.lineId,
        shipmentId: kept.shipmentId,
        quantity: Math.min(kept.quantity, most),
        reason: kept.reason ?? null,
        note: kept.note ?? '',
        photos: (kept.uploads ?? []).map(keptPhoto),
        resolution: kept.resolution ?? null,
        variantId: kept.exchangeFor?.variantId ?? null,
      },
    ];
  });
  if (items.length === 0) return null;
  const step = stepNames.find((name) => name === draft.step) ?? 'items';
  const method = draft.method ? { id: draft.method.id, placeId: draft.method.placeId ?? null } : null;
  return { route, problem, items, method, step };
}
