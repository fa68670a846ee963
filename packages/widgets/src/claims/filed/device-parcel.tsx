import type { Claim, Shipment } from '@postlude/contract';
import type { VNode } from 'preact';
import { Parcel } from '../../order-tracking/parts/parcel.tsx';
import { wordsBack } from '../../order-tracking/words-back.ts';
import type { ClaimsUi } from '../ui.ts';

interface DeviceParcelProps {
  readonly ui: ClaimsUi;
  readonly claim: Claim;
  readonly shipment: Shipment;
  /** True for the one to the repair. */
  readonly isInbound: boolean;
}

/** The parcel with the device, there or back, shown as a delivery is. */
export function DeviceParcel({ ui, claim, shipment, isInbound }: DeviceParcelProps): VNode {
  return (
    <section class="section" part="device-parcel">
      <h3 class="section-title">{ui.say(isInbound ? 'parcel.in' : 'parcel.out')}</h3>
      <Parcel
        ui={isInbound ? wordsBack(ui) : ui}
        order={{ lines: [], number: claim.number, store: claim.store }}
        // What it holds and how far the claim is stands on the card already.
        shipment={{ ...shipment, items: [], steps: [] }}
        place={{ n: 1, total: 1 }}
      />
    </section>
  );
}
