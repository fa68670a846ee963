import type { KnownCarrier } from './carrier.ts';

/** Carriers of North and South America, and those that are at home everywhere. */
export const americanCarriers: readonly KnownCarrier[] = [
  {
    code: 'ups',
    name: 'UPS',
    aliases:
      'United Parcel Service, UPSDAP, UPS Ground, UPS Mail Innovations, UPS-MI, UPS SurePost, UPS Freight, UPS Canada',
    url: 'https://www.ups.com/track?tracknum={number}',
  },
  {
    code: 'fedex',
    name: 'FedEx',
    aliases:
      'Federal Express, FedEx Ground, FedEx Express, FedEx Home Delivery, FedEx SmartPost, FedExDefault, FedEx Ground Economy, FedEx Sameday, FedEx Freight, FedEx UK, FDX, FDXG, FDXE',
    url: 'https://www.fedex.com/fedextrack/?trknbr={number}',
  },
  {
    code: 'usps',
    name: 'USPS',
    aliases:
      'United States Postal Service, US Postal Service, U.S. Mail, USPS Returns, usps-webhook, Stamps.com',
    url: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={number}',
  },
  {
    code: 'dhl_express',
    name: 'DHL Express',
    aliases: 'DHL, DHL International, DHL Express Worldwide, dhl-api, DHLIntl, DHL Worldwide Express',
    url: 'https://www.dhl.com/global-en/home/tracking.html?submit=1&tracking-id={number}',
  },
  {
    code: 'dhl_ecommerce',
    name: 'DHL eCommerce',
    aliases:
      'DHL Ecs, DHL Global Mail, DHL eCommerce Solutions, DHL eCommerce US, DHL Global Mail Asia, DHL eCommerce Asia, DHL Global Mail Americas, DHL eCommerce - US, dhl-global-mail-v2',
    url: 'https://www.dhl.com/global-en/home/tracking.html?submit=1&tracking-id={number}',
  },
  {
    code: 'amazon',
    name: 'Amazon',
    aliases:
      'Amazon Logistics, Amazon Logistics US, Amazon Logistics UK, AMZL, AMZL US, AMZL UK, Amazon Shipping, AmazonMws, amazon-fba-us, amazon-uk, amazon-us, Amazon Shipping + Amazon MCF, Swiship',
    url: 'https://track.amazon.com/tracking/{number}',
  },
  {
    code: 'ontrac',
    name: 'OnTrac',
    aliases: 'LaserShip, LaserShipV2, LaserShip/OnTrac, OnTrac/LaserShip, OnTracV3, LS',
    url: 'https://www.ontrac.com/tracking/?number={number}',
  },
  {
    code: 'gls_us',
    name: 'GLS US',
    aliases: 'GLS (US), GSO, Golden State Overnight, GLS USA, gls-us',
    url: 'https://www.gls-us.com/track-and-trace?TrackingNumbers={number}',
  },
  {
    code: 'lso',
    name: 'Lone Star Overnight',
    aliases: 'LSO, lonestar, Lone Star Overnight (LSO)',
    url: 'https://www.lso.com/tracking?airbillnum={number}',
  },
  {
    code: 'asendia',
    name: 'Asendia',
    aliases: 'Asendia USA, Asendia UK, Asendia Germany, asendia-de, asendia-us',
    url: 'https://tracking.asendia.com/tracking/{number}',
  },
  { code: 'veho', name: 'Veho', aliases: 'veho-tech', url: 'https://track.shipveho.com/#/barcode/{number}' },
  {
    code: 'canada_post',
    name: 'Canada Post',
    aliases: 'Postes Canada, Canada Post Corporation, Canada Post / Postes Canada',
    url: 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}',
  },
  {
    code: 'purolator',
    name: 'Purolator',
    aliases: 'Purolator Courier, purolator-international, Purolator International',
    url: 'https://www.purolator.com/en/shipping/tracker?pins={number}',
  },
  {
    code: 'canpar',
    name: 'Canpar',
    aliases: 'Canpar Express, Canpar Courier, canpar-courier',
    url: 'https://www.canpar.com/en/tracking/track.htm?barcode={number}',
  },
  {
    code: 'correios',
    name: 'Correios',
    aliases: 'Correios do Brasil, Brazil Correios, Correios BR, Correios Brazil, SEDEX, PAC',
    url: 'https://rastreamento.correios.com.br/app/index.php?objetos={number}',
  },
  {
    code: 'jadlog',
    name: 'Jadlog',
    aliases: 'Jadlog Brazil, jadlog-br',
    url: 'https://www.jadlog.com.br/tracking?documento={number}',
  },
  {
    code: 'estafeta',
    name: 'Estafeta',
    aliases: 'Estafeta Mexico, Estafeta México',
    url: 'https://cs.estafeta.com/es/Tracking/searchByGet?wayBill={number}&isShipmentDetail=True',
  },
  {
    code: 'correo_argentino',
    name: 'Correo Argentino',
    aliases: 'Correo Argentina, Argentina Post',
    url: null,
  },
  {
    code: 'andreani',
    name: 'Andreani',
    aliases: 'Correo Andreani, andreani-api',
    url: 'https://www.andreani.com/envio/{number}',
  },
  {
    code: 'servientrega',
    name: 'Servientrega',
    aliases: 'Servientrega Colombia',
    url: 'https://www.servientrega.com/wps/portal/rastreo-envio?guia={number}',
  },
  {
    code: 'coordinadora',
    name: 'Coordinadora',
    aliases: 'Coordinadora Mercantil',
    url: 'https://coordinadora.com/rastreo/rastreo-de-guia/detalle-de-rastreo-de-guia/?guia={number}',
  },
];
