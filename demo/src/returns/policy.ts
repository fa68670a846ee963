import type { LocalText, ReturnPolicyInput } from '@postlude/contract';

const words = (en: string, de: string, ar: string): LocalText => ({ en, de, ar });

/** Where the shop's own parcels may come from. */
const near = ['DE', 'AT', 'SE'];

const hours = ['Mon–Fri 10:00–19:00', 'Sat 10:00–18:00'];

/** What the shop says about returns: something of everything, so that each rule can be seen at work. */
export const returnPolicy: ReturnPolicyInput = {
  window: { days: 30, shippedBufferDays: 7, severalParcels: 'each', extendToWorkingDay: true },
  exclusions: [
    {
      id: 'final-sale',
      match: { tags: ['final-sale'] },
      because: 'final_sale',
      note: words(
        'One of the last of its kind, sold as final.',
        'Eines der letzten Stücke, vom Umtausch ausgeschlossen.',
        'من آخر القطع، والبيع نهائي.',
      ),
    },
  ],
  resolutions: {
    refund: true,
    storeCredit: { bonusPercent: 1000 },
    exchange: { priceDifference: 'settle' },
  },
  fees: [
    {
      id: 'restocking',
      name: words('Restocking', 'Wiedereinlagerung', 'إعادة التخزين'),
      kind: 'percent',
      value: 500,
      reasons: ['changed_my_mind'],
      resolutions: ['refund'],
    },
  ],
  originalShipping: 'everything_or_shop_at_fault',
  methods: [
    {
      id: 'label',
      kind: 'label',
      price: 0,
      countries: near,
      note: words(
        'Print the slip and take the parcel to any carrier’s shop.',
        'Den Beleg drucken und das Paket in einem Paketshop abgeben.',
        'اطبع القسيمة وسلّم الطرد إلى أي مكتب شحن.',
      ),
    },
    {
      id: 'code',
      kind: 'qr_code',
      price: 0,
      countries: ['DE'],
      places: [
        {
          id: 'kiosk-am-park',
          name: 'Kiosk am Park',
          address: ['Osterstraße 40', '20259 Hamburg'],
          hours: ['Mon–Fri 07:00–20:00', 'Sat 08:00–18:00'],
        },
        {
          id: 'schanze',
          name: 'Paketshop Schanze',
          address: ['Schulterblatt 73', '20357 Hamburg'],
          hours: ['Mon–Sat 09:00–21:00'],
        },
      ],
    },
    {
      id: 'shop',
      kind: 'in_store',
      price: 0,
      countries: ['DE'],
      places: [
        { id: 'berlin', name: 'Vesperine Mitte', address: ['Auguststraße 26', '10117 Berlin'], hours },
        {
          id: 'hamburg',
          name: 'Vesperine Ottensen',
          address: ['Bahrenfelder Straße 9', '22765 Hamburg'],
          hours,
        },
      ],
    },
    {
      id: 'pick-up',
      kind: 'pick_up',
      price: 490,
      countries: ['DE'],
      note: words(
        'Between 9 and 18 on the next working day.',
        'Am nächsten Werktag zwischen 9 und 18 Uhr.',
        'بين التاسعة والسادسة مساءً في يوم العمل التالي.',
      ),
    },
    { id: 'own', kind: 'own_carrier', price: 0 },
  ],
  reasons: [
    { code: 'changed_my_mind', note: 'optional' },
    {
      code: 'size',
      note: 'optional',
      productTypes: ['Pendants', 'Floor lamps'],
      children: [{ code: 'too_small' }, { code: 'too_big' }],
    },
    { code: 'color', note: 'optional' },
    { code: 'not_as_described', shopAtFault: true, note: 'optional', photos: 'optional' },
    {
      code: 'damaged_or_defective',
      shopAtFault: true,
      note: 'optional',
      photos: 'required',
      children: [
        {
          code: 'broken',
          label: words('Something is broken', 'Etwas ist zerbrochen', 'فيه كسر'),
          shopAtFault: true,
          note: 'optional',
          photos: 'required',
        },
        {
          code: 'does_not_light',
          label: words('It does not light up', 'Sie leuchtet nicht', 'لا يضيء'),
          shopAtFault: true,
          note: 'optional',
          photos: 'optional',
        },
      ],
    },
    { code: 'wrong_item', shopAtFault: true, note: 'optional', photos: 'optional' },
    { code: 'other', note: 'required', photos: 'optional' },
  ],
  addresses: [
    {
      name: 'Vesperine returns',
      lines: ['Lagerstraße 8'],
      city: 'Berlin',
      postcode: '10115',
      country: 'DE',
      instructions: words(
        'Please use the lamp’s own box where you still have it.',
        'Bitte den Originalkarton verwenden, wenn er noch da ist.',
        'يُرجى استخدام علبة المصباح الأصلية إن كانت لديك.',
      ),
    },
  ],
  autoApprovals: [{ id: 'small-credit', resolutions: ['store_credit'], upTo: 10_000 }],
  keepItemUpTo: 1000,
  sendWithinDays: 14,
  cancel: true,
  deliveryProblems: { lostAfterDays: 5, missingAfterDays: 1, tellWithinDays: 30 },
  withdrawal: { offered: 'everyone', days: 14, extendToWorkingDay: true },
  message: words(
    'Light looks different at home. Take thirty days to find out; with store credit you get a tenth on top.',
    'Licht wirkt zu Hause anders. Sie haben dreißig Tage; als Gutschein gibt es ein Zehntel mehr.',
    'يبدو الضوء مختلفًا في البيت. أمامك ثلاثون يومًا، ومع رصيد المتجر تحصل على عُشرٍ إضافي.',
  ),
};
