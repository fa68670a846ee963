import type { LocalText, WarrantyPolicyInput } from '@postlude/contract';
import { platformIds } from '../catalogue.ts';

const words = (en: string, de: string, ar: string): LocalText => ({ en, de, ar });

const idsOf = (name: string): string[] => [
  String(platformIds('shopify', name).product),
  String(platformIds('woocommerce', name).product),
];

const lampWords = {
  covers: [
    words('Defects in material and workmanship', 'Fehler in Material und Verarbeitung', 'عيوب الخامة والصنع'),
    words('Switch, cable and driver', 'Schalter, Kabel und Vorschaltgerät', 'المفتاح والكابل ووحدة التشغيل'),
  ],
  excludes: [
    words('Bulbs and batteries', 'Leuchtmittel und Akkus', 'اللمبات والبطاريات'),
    words(
      'Falls and water where it may not be',
      'Stürze und Wasser, wo es nicht hingehört',
      'السقوط والماء في غير موضعه',
    ),
  ],
};

/** What the shop says about warranties, claims and repairs: something of everything, so that each rule can be seen at work. */
export const warrantyPolicy = (pictures: string): WarrantyPolicyInput => ({
  registerOnDelivery: false,
  boughtElsewhere: 'review',
  proof: 'optional',
  askMarketing: true,
  plans: [
    {
      id: 'frame-for-life',
      name: words('Frame for life', 'Gestell auf Lebenszeit', 'الهيكل مدى الحياة'),
      match: { productTypes: ['Floor lamps'] },
      months: null,
      from: 'delivery',
      registrationNeeded: true,
      extraForRegistering: 0,
      registerWithinDays: null,
      ...lampWords,
      benefits: [],
      transferable: false,
    },
    {
      id: 'blue-hour',
      name: words('Blue hour warranty', 'Blaue-Stunde-Garantie', 'ضمان الساعة الزرقاء'),
      match: { productTypes: ['Table lamps', 'Pendants', 'Outdoor'] },
      months: 36,
      from: 'delivery',
      registrationNeeded: false,
      extraForRegistering: 24,
      registerWithinDays: 90,
      ...lampWords,
      benefits: [
        { kind: 'repair', total: null },
        { kind: 'replacement', total: 1 },
      ],
      transferable: true,
    },
  ],
  serials: [
    {
      id: 'dome',
      match: { productIds: idsOf('dome') },
      asked: 'required',
      masks: ['VD-####-@@'],
      check: null,
      example: 'VD-2043-KX',
      imageUrl: `${pictures}/products/serial-plate.svg`,
      where: words('On the plate under the foot', 'Auf dem Schild unter dem Fuß', 'على اللوحة أسفل القاعدة'),
      listed: true,
      once: true,
    },
  ],
  claims: {
    symptoms: [
      {
        id: 'flickers',
        label: words('It flickers', 'Sie flackert', 'يومض'),
        help: {
          steps: [
            words(
              'Screw the bulb in a quarter turn.',
              'Drehen Sie die Birne eine Vierteldrehung fester.',
              'أدِر اللمبة ربع دورة.',
            ),
            words(
              'Try another bulb that can be dimmed.',
              'Probieren Sie eine andere dimmbare Birne.',
              'جرّب لمبة أخرى قابلة للتعتيم.',
            ),
            words(
              'Plug it in without a dimmer.',
              'Schließen Sie sie ohne Dimmer an.',
              'صِله بالكهرباء من دون مُعتِّم.',
            ),
          ],
          videoUrl: null,
        },
        photos: 'optional',
      },
      { id: 'dead', label: words('No light at all', 'Kein Licht', 'لا يضيء إطلاقًا'), photos: 'optional' },
      {
        id: 'broken',
        label: words('A part is broken', 'Ein Teil ist gebrochen', 'جزء مكسور'),
        photos: 'required',
      },
      { id: 'other', label: words('Something else', 'Etwas anderes', 'شيء آخر'), photos: 'optional' },
    ],
    resolutions: ['repair', 'kit', 'replacement', 'refund'],
    places: [
      {
        id: 'workshop',
        kind: 'send_in',
        name: 'Vesperine Werkstatt',
        address: ['Lampenweg 3', '12043 Berlin', 'Germany'],
      },
      {
        id: 'elbe',
        kind: 'partner',
        name: 'Licht & Draht',
        address: ['Elbchaussee 40', '22765 Hamburg', 'Germany'],
        hours: ['Tue–Fri 11:00–18:00'],
        countries: ['DE'],
      },
    ],
    paidRepairs: true,
  },
});
