import { lookupProblemText, problemText } from '../order-session/wording.ts';
import type { News } from './state.ts';
import type { Ui } from './ui.ts';
import { headlineText } from './wording.ts';

/** What is said aloud for a piece of news: one sentence, the one somebody looking would read first. */
export function announcement(ui: Ui, news: News): string {
  const state = ui.model.state.peek();
  if (state.kind === 'failed') return problemText(ui, state.problem);
  if (state.kind === 'lookup') return lookupProblemText(ui, state) ?? '';
  if (state.kind === 'waiting') return `${ui.t('waiting')}. ${ui.t('waiting.about')}`;
  if (state.kind !== 'ready' || news.code === 'online') return '';
  if (news.code === 'offline') return ui.t('offline');
  const { headline, shipments } = state.order;
  const changed = news.code === 'order_changed' && shipments.length > 1 ? news.shipmentIds : [];
  const sentences = shipments.flatMap((shipment, index) => {
    const place = { n: index + 1, total: shipments.length };
    const text = headlineText(ui, shipment.headline);
    return changed.includes(shipment.id) ? [ui.t('parcel_news', { ...place, text })] : [];
  });
  return sentences.length > 0 ? sentences.join(' ') : headlineText(ui, headline);
}
