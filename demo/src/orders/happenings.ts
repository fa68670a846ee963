/** How each aggregator words something that happens to a parcel. */
export interface Wording {
  /** The carrier's words. */
  readonly message: string;
  /** Tag and sub-tag. */
  readonly aftership: readonly [tag: string, subtag: string];
  /** Status and status detail. */
  readonly easypost: readonly [status: string, detail: string];
  /** Status, sub-status code, and whether the shopper must act. */
  readonly shippo: readonly [status: string, code: string, actionRequired: boolean];
}

const word = (
  message: string,
  aftership: readonly [string, string],
  easypost: readonly [string, string],
  shippo: readonly [string, string, boolean?],
): Wording => ({ message, aftership, easypost, shippo: [shippo[0], shippo[1], shippo[2] ?? false] });

/** Everything that can happen to a parcel in the demo, in the providers' own vocabularies. */
export const happenings = {
  label: word(
    'Shipment information received',
    ['InfoReceived', 'InfoReceived_001'],
    ['pre_transit', 'label_created'],
    ['PRE_TRANSIT', 'information_received'],
  ),
  accepted: word(
    'Parcel handed to the carrier',
    ['InTransit', 'InTransit_002'],
    ['in_transit', 'received_at_origin_facility'],
    ['TRANSIT', 'package_accepted'],
  ),
  departed: word(
    'Departed from the parcel centre',
    ['InTransit', 'InTransit_007'],
    ['in_transit', 'departed_facility'],
    ['TRANSIT', 'package_departed'],
  ),
  arrived: word(
    'Arrived at the delivery depot',
    ['InTransit', 'InTransit_003'],
    ['in_transit', 'arrived_at_facility'],
    ['TRANSIT', 'package_arrived'],
  ),
  arrived_in_country: word(
    'Arrived in the country of destination',
    ['InTransit', 'InTransit_004'],
    ['in_transit', 'arrived_at_destination'],
    ['TRANSIT', 'package_arrived'],
  ),
  customs_started: word(
    'Customs clearance started',
    ['InTransit', 'InTransit_006'],
    ['in_transit', 'status_update'],
    ['TRANSIT', 'package_processing'],
  ),
  customs_payment: word(
    'Held at customs: import duty must be paid',
    ['Exception', 'Exception_006'],
    ['in_transit', 'held'],
    ['TRANSIT', 'package_held', true],
  ),
  customs_cleared: word(
    'Customs clearance completed',
    ['InTransit', 'InTransit_005'],
    ['in_transit', 'status_update'],
    ['TRANSIT', 'package_processed'],
  ),
  handed_over: word(
    'Handed over to the local delivery company',
    ['InTransit', 'InTransit_003'],
    ['in_transit', 'transferred_to_destination_carrier'],
    ['TRANSIT', 'package_forwarded'],
  ),
  resumed: word(
    'Problem resolved, the parcel moves on',
    ['InTransit', 'InTransit_008'],
    ['in_transit', 'in_transit'],
    ['TRANSIT', 'package_processed'],
  ),
  weather: word(
    'Delayed by a winter storm',
    ['Exception', 'Exception_017'],
    ['in_transit', 'weather_delay'],
    ['TRANSIT', 'delayed'],
  ),
  out_for_delivery: word(
    'Loaded into the delivery vehicle',
    ['OutForDelivery', 'OutForDelivery_001'],
    ['out_for_delivery', 'out_for_delivery'],
    ['TRANSIT', 'out_for_delivery'],
  ),
  nobody_home: word(
    'Delivery was tried, nobody was at home',
    ['AttemptFail', 'AttemptFail_002'],
    ['in_transit', 'delivery_exception'],
    ['TRANSIT', 'delivery_attempted'],
  ),
  ready_for_pickup: word(
    'Ready to be collected',
    ['AvailableForPickup', 'AvailableForPickup_001'],
    ['available_for_pickup', 'arrived_at_pickup_location'],
    ['TRANSIT', 'pickup_available'],
  ),
  delivered: word(
    'Delivered',
    ['Delivered', 'Delivered_001'],
    ['delivered', 'arrived_at_destination'],
    ['DELIVERED', 'delivered'],
  ),
  delivered_signed: word(
    'Delivered, signed for',
    ['Delivered', 'Delivered_003'],
    ['delivered', 'arrived_at_destination'],
    ['DELIVERED', 'delivered'],
  ),
  returning: word(
    'Not collected, on its way back to the sender',
    ['Exception', 'Exception_010'],
    ['return_to_sender', 'return'],
    ['TRANSIT', 'return_to_sender'],
  ),
  returned: word(
    'Returned to the sender',
    ['Exception', 'Exception_011'],
    ['delivered', 'return'],
    ['DELIVERED', 'return_to_sender'],
  ),
  lost: word(
    'The parcel could not be found; it is considered lost',
    ['Exception', 'Exception_013'],
    ['failure', 'lost'],
    ['FAILURE', 'package_lost'],
  ),
  damaged: word(
    'The parcel was damaged on the way',
    ['Exception', 'Exception_012'],
    ['failure', 'damaged'],
    ['FAILURE', 'package_damaged'],
  ),
} as const satisfies Record<string, Wording>;

/** Something that can happen to a parcel. */
export type Happening = keyof typeof happenings;
