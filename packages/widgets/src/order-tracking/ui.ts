import { createWords, type Words } from '../order-session/words.ts';
import type { OrderTrackingModel } from './options.ts';
import type { OrderTrackingProps } from './order-tracking.tsx';
import { orderTrackingTexts } from './texts.ts';

/** What every part of the card works with: its words, and the model's actions. */
export interface Ui extends Words {
  readonly model: OrderTrackingModel;
}

/** Makes the `Ui` of one card. */
export function createUi(props: OrderTrackingProps): Ui {
  const { model, catalogue, messages, locale, timeZone, report } = props;
  const { orderSession, orderTracking } = orderTrackingTexts;
  const texts = [orderSession, orderTracking, catalogue?.orderSession, catalogue?.orderTracking, messages];
  return { ...createWords({ catalogue, locale, texts, now: model.now, timeZone, report }), model };
}
