import type { RecallInput } from '@postlude/contract';
import { platformIds, soldAs } from '../catalogue.ts';
import type { DemoOrder } from '../orders/demo-order.ts';

/** A recall of the first lamp of an order, with the parts Article 36 of Regulation (EU) 2023/988 asks for. */
export function recallOf(order: DemoOrder, pictures: string, now: Date): RecallInput {
  const [line] = order.lines;
  if (!line) throw new Error(`Order ${order.number} has no lines`);
  const { product } = soldAs(line.sold);
  const { product: id } = platformIds(order.platform, line.sold);
  const name = product.title;
  return {
    reference: `VESP-${product.id}-${now.getTime().toString(36)}`,
    scope: { productIds: [String(id)] },
    product: {
      en: `Vesperine ${name}, all colours`,
      de: `Vesperine ${name}, alle Farben`,
      ar: `${name} من فيسبيرين، جميع الألوان`,
    },
    identification: {
      en: 'The serial number is on the plate under the foot.',
      de: 'Die Seriennummer steht auf dem Schild unter dem Fuß.',
      ar: 'الرقم التسلسلي على اللوحة أسفل القاعدة.',
    },
    imageUrl: `${pictures}/products/${product.id}.svg`,
    sold: {
      en: 'Sold in our shop since January 2026.',
      de: 'Seit Januar 2026 in unserem Geschäft verkauft.',
      ar: 'بيع في متجرنا منذ يناير 2026.',
    },
    hazard: {
      en: 'The cable can wear through at the switch. Danger of electric shock and fire.',
      de: 'Das Kabel kann am Schalter durchscheuern. Gefahr von Stromschlag und Brand.',
      ar: 'قد يتآكل الكابل عند المفتاح. خطر صدمة كهربائية وحريق.',
    },
    action: {
      en: 'Stop using the lamp at once, pull the plug, and choose below what we shall do.',
      de: 'Benutzen Sie die Lampe ab sofort nicht mehr, ziehen Sie den Stecker und wählen Sie unten, was wir tun sollen.',
      ar: 'توقف فورًا عن استخدام المصباح، وافصله عن الكهرباء، واختر أدناه ما نفعله.',
    },
    remedies: [{ kind: 'repair' }, { kind: 'replacement' }, { kind: 'refund' }],
    contact: { phone: '+49 800 555 0142', email: 'safety@vesperine.example', url: null },
  };
}
