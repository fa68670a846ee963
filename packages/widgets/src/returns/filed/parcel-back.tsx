import type { Line } from '@postlude/contract';
import type { VNode } from 'preact';
import { Parcel } from '../../order-tracking/parts/parcel.tsx';
import { TellParcel } from '../../order-tracking/tell-parcel.tsx';
import { wordsBack } from '../../order-tracking/words-back.ts';
import type { FiledState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { troubleText } from '../wording.ts';

/** The parcel on its way back, shown as a delivery is. */
export function ParcelBack({ ui, state }: { readonly ui: Ui; readonly state: FiledState }): VNode | null {
  const { filed } = state;
  const { shipment, status } = filed;
  if (!shipment)
    return status === 'shipped' && filed.canTellParcel ? (
      <section class="section">
        <h3 class="section-title">{ui.say('parcel_back')}</h3>
        <TellParcel
          words={ui}
          doing={state.doing}
          trouble={state.trouble?.action === 'parcel' ? troubleText(ui, state.trouble.problem) : null}
          onTell={ui.model.tellParcel}
        />
      </section>
    ) : null;
  const lines = filed.items.map(
    ({ lineId, title, variant, quantity, imageUrl }): Line => ({
      id: lineId,
      title,
      variant,
      quantity,
      removed: 0,
      imageUrl,
      productUrl: null,
    }),
  );
  return (
    <section class="section" part="parcel-back">
      <h3 class="section-title">{ui.say('parcel_back')}</h3>
      <Parcel
        ui={wordsBack(ui)}
        order={{ lines, number: filed.orderNumber, store: filed.store }}
        // What it holds and how far the return is stands on the card already.
        shipment={{ ...shipment, items: [], steps: [] }}
        place={{ n: 1, total: 1 }}
      />
    </section>
  );
}
