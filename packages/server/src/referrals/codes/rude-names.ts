/** What no code begins with, whoever gives it for a name: the beginning is enough. */
const beginnings = [
  ...[
    'FUCK',
    'FUK',
    'SHIT',
    'CUNT',
    'BITCH',
    'WHORE',
    'SLUT',
    'NIGG',
    'FAGG',
    'RAPIST',
    'WANKER',
    'PORN',
    'PENIS',
  ],
  ...[
    'ARSCHL',
    'FICK',
    'FOTZE',
    'HURENS',
    'SCHEIS',
    'WICHS',
    'NUTTE',
    'MISSGEB',
    'KANAK',
    'HITLER',
    'PUTAIN',
    'PENDEJ',
  ],
];

/** What is rude as it is, and begins honest names: *Nazir*, *Assunta*. */
const whole = new Set([
  'ASS',
  'ARSE',
  'NAZI',
  'SEX',
  'KKK',
  'HURE',
  'PUTA',
  'CONO',
  'MERDE',
  'CAZZO',
  'RAPE',
  'ANUS',
]);

/** Whether the beginning of a code, in capitals, is a word that should stand on no shop's page. */
export const isRude = (start: string): boolean =>
  whole.has(start) || beginnings.some((one) => start.startsWith(one));
