import type { CatalogueOf } from '../catalogue.ts';

/** The German texts of a recall notice. */
export const catalogue: CatalogueOf<'recalls'> = {
  language: 'de',
  direction: 'ltr',
  recalls: {
    // With places to break it: it is longer than a phone is wide.
    headline: 'Produkt\u00adsicherheits\u00adrückruf',
    product: 'Produkt',
    identification: 'Woran Sie es erkennen',
    sold: 'Verkauft',
    hazard: 'Die Gefahr',
    action: 'Was Sie jetzt tun',
    remedies: 'Was Ihnen kostenlos zusteht',
    'remedy.repair': 'Reparatur',
    'remedy.replacement': 'Ersatz',
    'remedy.refund': 'Geld zurück',
    chosen: 'Sie haben gewählt: {remedy}',
    'chosen.about': 'Der Shop weiß es und meldet sich. Hier können Sie sich anders entscheiden.',
    contact: 'Fragen?',
    call: '{phone} anrufen',
    write: 'An {email} schreiben',
    website: 'Mehr zu diesem Rückruf',
    read: 'Ich habe das gelesen',
    read_before: 'Gelesen',
    show: 'Anzeigen',
    hide: 'Schließen',
    'show.what': 'Sicherheitsrückruf anzeigen: {product}',
    'hide.what': 'Sicherheitsrückruf schließen: {product}',
    sending: 'Wird gesendet …',
    failed: 'Das wurde nicht gesendet. Bitte versuchen Sie es noch einmal.',
    not_here:
      'Für etwas in dieser Bestellung gibt es einen Sicherheitsrückruf, sein Text ließ sich aber nicht abrufen.',
    retry: 'Noch einmal versuchen',
    new_window: '(öffnet in einem neuen Tab)',
  },
};
