/**
 * How a widget is coloured: always light, always dark, as the shopper's system is set (`auto`), or with the text
 * colour and background of the page around it (`host`).
 */
export type Theme = 'light' | 'dark' | 'auto' | 'host';
