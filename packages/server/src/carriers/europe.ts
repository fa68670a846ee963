import type { KnownCarrier } from './carrier.ts';

/** Carriers of the north, south and east of Europe, and of Türkiye. */
export const europeanCarriers: readonly KnownCarrier[] = [
  {
    code: 'postnord',
    name: 'PostNord',
    aliases:
      'PostNord Sverige, PostNord Sweden, PostNord Danmark, PostNord Denmark, PostNord Norway, PostNord Logistics, sweden-posten, danmark-post, Posten Sverige',
    url: 'https://tracking.postnord.com/en/?id={number}',
  },
  {
    code: 'bring',
    name: 'Posten / Bring',
    aliases:
      'Bring, Posten, Posten Norge, Posten Norge / Bring, Posten Norge (Bring), Posten Norge Bring, Norway Post',
    url: 'https://tracking.bring.com/tracking/{number}',
  },
  {
    code: 'posti',
    name: 'Posti',
    aliases: 'Itella, Itella / Posti, Posti Finland, Suomen Posti, Finland Post',
    url: 'https://www.posti.fi/en/tracking#/lahetys/{number}',
  },
  {
    code: 'matkahuolto',
    name: 'Matkahuolto',
    aliases: 'Oy Matkahuolto',
    url: 'https://www.matkahuolto.fi/seuranta/tilaus/{number}',
  },
  {
    code: 'omniva',
    name: 'Omniva',
    aliases: 'Omniva Estonia, Omniva Latvia, Omniva Lithuania, Eesti Post',
    url: 'https://www.omniva.ee/track?barcode={number}',
  },
  {
    code: 'inpost',
    name: 'InPost',
    aliases:
      'InPost Paczkomaty, inpost-paczkomaty, InPost UK, inpost-uk, InPost Poland, Paczkomaty, InPost Italy',
    url: 'https://inpost.pl/sledzenie-przesylek?number={number}',
  },
  {
    code: 'poczta_polska',
    name: 'Poczta Polska',
    aliases: 'Polish Post, Poland Post, Pocztex',
    url: 'https://emonitoring.poczta-polska.pl/?lang=en&numer={number}',
  },
  {
    code: 'packeta',
    name: 'Packeta',
    aliases: 'Zásilkovna, Zasielkovna, Packeta Group, zasilkovna.cz',
    url: 'https://tracking.packeta.com/en/?id={number}',
  },
  {
    code: 'czech_post',
    name: 'Česká pošta',
    aliases: 'Czech Post, ceska-posta, Balíkovna',
    url: 'https://www.postaonline.cz/en/trackandtrace/-/zasilka/cislo?parcelNumbers={number}',
  },
  {
    code: 'magyar_posta',
    name: 'Magyar Posta',
    aliases: 'Hungarian Post, Hungary Post, MPL, Magyar Posta Logisztika',
    url: 'https://www.posta.hu/nyomkovetes/nyitooldal?searchvalue={number}',
  },
  {
    code: 'fan_courier',
    name: 'FAN Courier',
    aliases: 'FAN, FAN Courier Express',
    url: 'https://www.fancourier.ro/awb-tracking/?tracking={number}',
  },
  {
    code: 'speedy',
    name: 'Speedy',
    aliases: 'Speedy Bulgaria, Speedy JSC',
    url: 'https://www.speedy.bg/en/track-shipment?shipmentNumber={number}',
  },
  {
    code: 'acs',
    name: 'ACS Courier',
    aliases: 'ACS, acscourier, ACS Greece',
    url: 'https://www.acscourier.net/en/myacs/anafores-apostolwn/anazitisi-apostolwn/?trackingNumber={number}',
  },
  {
    code: 'correos',
    name: 'Correos',
    aliases:
      'Correos España, Correos Spain, Correos de España, spain-correos-es, Correos (ES), Correos Espana',
    url: 'https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number={number}',
  },
  {
    code: 'correos_express',
    name: 'Correos Express',
    aliases: 'correosexpress-api, CEX, Correos Express Spain',
    url: 'https://s.correosexpress.com/c?n={number}',
  },
  {
    code: 'seur',
    name: 'SEUR',
    aliases: 'Seur Spain, seur-es, SEUR España, International Seur, Spanish Seur, seur-sp-api',
    url: 'https://www.seur.com/livetracking/?segOnlineIdentificador={number}',
  },
  {
    code: 'mrw',
    name: 'MRW',
    aliases: 'MRW Spain, mrw-spain, mrw-es',
    url: 'https://www.mrw.es/seguimiento_envios/MRW_resultados_consultas.asp?modo=nacional&envio={number}',
  },
  {
    code: 'ctt',
    name: 'CTT',
    aliases: 'CTT Portugal, Portugal CTT, portugal-ctt, CTT Correios de Portugal, CTT Expresso',
    url: 'https://www.ctt.pt/feapl_2/app/open/objectSearch/objectSearch.jspx?objects={number}',
  },
  {
    code: 'poste_italiane',
    name: 'Poste Italiane',
    aliases: 'Italy Post, Poste Italiane (IT), poste-italiane-paccocelere, Posteitaliane Crono',
    url: 'https://www.poste.it/cerca/index.html#/risultati-spedizioni/{number}',
  },
  {
    code: 'brt',
    name: 'BRT',
    aliases: 'Bartolini, BRT Bartolini, brt-it, BRT Corriere Espresso, Bartolini (BRT), Bartolini BRT',
    url: 'https://vas.brt.it/vas/sped_det_show.hsm?Nspediz={number}',
  },
  {
    code: 'nova_poshta',
    name: 'Nova Poshta',
    aliases: 'Nova Post, novaposhta-ua',
    url: 'https://novaposhta.ua/en/tracking/?cargo_number={number}',
  },
  {
    code: 'ukrposhta',
    name: 'Ukrposhta',
    aliases: 'Ukraine Post',
    url: 'https://track.ukrposhta.ua/tracking_UA.html?barcode={number}',
  },
  {
    code: 'cdek',
    name: 'CDEK',
    aliases: 'SDEK, cdek-tr',
    url: 'https://www.cdek.ru/en/tracking?order_id={number}',
  },
  {
    code: 'russian_post',
    name: 'Russian Post',
    aliases: 'Pochta Rossii, Pochta Russia',
    url: 'https://www.pochta.ru/tracking?barcode={number}',
  },
  {
    code: 'ptt',
    name: 'PTT',
    aliases: 'PTT Posta, PTT Turkish Post, Turkish Post, PTT Kargo',
    url: 'https://gonderitakip.ptt.gov.tr/Track/Verify?q={number}',
  },
  {
    code: 'yurtici_kargo',
    name: 'Yurtiçi Kargo',
    aliases: 'Yurtici, Yurtici Cargo',
    url: 'https://www.yurticikargo.com/en/online-services/query-a-shipment?code={number}',
  },
];
