import type { KnownCarrier } from './carrier.ts';

/** Carriers of the German-, English-, French- and Dutch-speaking countries of Europe, and networks across it. */
export const westernEuropeanCarriers: readonly KnownCarrier[] = [
  {
    code: 'dhl_de',
    name: 'DHL Paket',
    aliases:
      'DHL Germany, DHL Deutschland, DHL (DE), DHL Parcel, DHL Parcel DE, dhl-de, DHL Paket International, DHL Packet',
    url: 'https://www.dhl.de/en/privatkunden/dhl-sendungsverfolgung.html?piececode={number}',
  },
  {
    code: 'dhl_parcel_nl',
    name: 'DHL eCommerce Benelux',
    aliases:
      'DHL Benelux, DHL Parcel NL, DHL Parcel Netherlands, DHL eCommerce NL, dhl-netherlands, DHL For You',
    url: 'https://my.dhlecommerce.nl/home/tracktrace/{number}',
  },
  {
    code: 'deutsche_post',
    name: 'Deutsche Post',
    aliases:
      'Deutsche Post (DE), Deutsche Post (EN), Deutsche Post Mail, deutsch-post, Deutsche Post International',
    url: 'https://www.deutschepost.de/de/s/sendungsverfolgung/verfolgen.html?piececode={number}',
  },
  {
    code: 'hermes_de',
    name: 'Hermes',
    aliases:
      'Hermes Germany, Hermes (DE), Hermes Germany B2C, Hermes Paket, MyHermes DE, hermes_germany_b2c, Hermesworld',
    url: 'https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{number}',
  },
  {
    code: 'dpd',
    name: 'DPD',
    aliases:
      'DPD Germany, DPD (DE), DPD DE, DPD France, DPD Poland, DPD Belgium, DPD Netherlands, DPD NL, DPD Austria, DPD Ireland, DPD Group, Dynamic Parcel Distribution, dpd-fr, GeoPost',
    url: 'https://tracking.dpd.de/status/en_US/parcel/{number}',
  },
  {
    code: 'dpd_uk',
    name: 'DPD UK',
    aliases: 'DPD (UK), DPD GB, DPDUK Parcel',
    url: 'https://track.dpd.co.uk/search?reference={number}',
  },
  {
    code: 'dpd_local',
    name: 'DPD Local',
    aliases: 'Interlink Express, interlink-express, DPD Local UK',
    url: 'https://track.dpdlocal.co.uk/search?reference={number}',
  },
  {
    code: 'gls',
    name: 'GLS',
    aliases:
      'General Logistics Systems, GLS Germany, GLS (DE), GLS DE, GLS Netherlands, GLS NL, GLS France, GLS FR, GLS Europe, GLS Denmark, GLS Spain, GLS Austria, GLS Poland, GLS Belgium, GLS ParcelShop',
    url: 'https://gls-group.eu/EU/en/parcel-tracking?match={number}',
  },
  {
    code: 'royal_mail',
    name: 'Royal Mail',
    aliases: 'Royal Mail Intersoft, Royal Mail Sendpro, Royal Mail V3, RoyalMail UK, Royal Mail Group',
    url: 'https://www.royalmail.com/portal/rm/track?trackNumber={number}',
  },
  {
    code: 'parcelforce',
    name: 'Parcelforce',
    aliases: 'Parcelforce Worldwide, parcel-force, ParcelForce UK',
    url: 'https://www.parcelforce.com/track-trace?trackNumber={number}',
  },
  {
    code: 'evri',
    name: 'Evri',
    aliases:
      'Evri UK, Hermes UK, myHermes, myhermes-uk, Evri (Hermes), Evri Hermes, Hermes World UK, Hermes (UK)',
    url: 'https://www.evri.com/track/parcel/{number}',
  },
  {
    code: 'yodel',
    name: 'Yodel',
    aliases: 'Yodel Direct, yodel-uk, Yodel Domestic',
    url: 'https://www.yodel.co.uk/track/{number}',
  },
  {
    code: 'dx',
    name: 'DX',
    aliases: 'DX Delivery, DX Freight, dx-express, DX (B2C)',
    url: null,
  },
  {
    code: 'an_post',
    name: 'An Post',
    aliases: 'AnPost Ireland, Irish Post, an-post-ireland',
    url: 'https://www.anpost.com/Post-Parcels/Track/History?item={number}',
  },
  {
    code: 'colissimo',
    name: 'Colissimo',
    aliases:
      'La Poste, La Poste Colissimo, la-poste-colissimo, La Poste (FR), La Poste / Colissimo, Colissimo International',
    url: 'https://www.laposte.fr/outils/suivre-vos-envois?code={number}',
  },
  {
    code: 'chronopost',
    name: 'Chronopost',
    aliases: 'Chronopost France, chronopost-france, Chronopost International',
    url: 'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={number}',
  },
  {
    code: 'mondial_relay',
    name: 'Mondial Relay',
    aliases: 'MondialRelay France, mondialrelay-fr, Point Relais',
    url: 'https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition={number}',
  },
  {
    code: 'colis_prive',
    name: 'Colis Privé',
    aliases: 'ColisPrive France',
    url: 'https://colisprive.com/moncolis/pages/detailColis.aspx?numColis={number}',
  },
  {
    code: 'postnl',
    name: 'PostNL',
    aliases:
      'PostNL 3S, postnl-3s, PostNL International, postnl-international, Post NL, PostNL Domestic, TNT Post, PostNL BE',
    url: 'https://postnl.nl/tracktrace/?B={number}&T=C&L=EN',
  },
  {
    code: 'bpost',
    name: 'bpost',
    aliases: 'Bpost International, bpost-international, bpost api, Belgian Post, Landmark Global bpost',
    url: 'https://track.bpost.cloud/btr/web/#/search?itemCode={number}&lang=en',
  },
  {
    code: 'post_luxembourg',
    name: 'POST Luxembourg',
    aliases: 'Luxembourg Post',
    url: null,
  },
  {
    code: 'austrian_post',
    name: 'Österreichische Post',
    aliases: 'Austrian Post, Austria Post, Post AT, austrian-post-registered, Post.at',
    url: 'https://www.post.at/sv/sendungsdetails?snr={number}',
  },
  {
    code: 'swiss_post',
    name: 'Swiss Post',
    aliases: 'Die Schweizerische Post, Schweizer Post, La Poste Suisse, Post CH, Swiss Post International',
    url: 'https://service.post.ch/ekp-web/ui/entry/search/{number}',
  },
  {
    code: 'tnt',
    name: 'TNT',
    aliases:
      'TNT Express, TNT International, TNT Australia, tnt-au, tnt-uk, tnt-it, tnt-fr, TNT Italy, TNT UK, TNT France',
    url: 'https://www.tnt.com/express/en_gc/site/shipping-tools/tracking.html?searchType=con&cons={number}',
  },
];
