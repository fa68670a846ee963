import { catalogue as arabic } from '@postlude/widgets/locales/ar';
import { catalogue as german } from '@postlude/widgets/locales/de';
import { orderTrackingTexts } from '@postlude/widgets/order-tracking';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from './catalogue.ts';

const { orderSession, orderTracking } = orderTrackingTexts;
const packed = (english: object, texts: Readonly<Record<string, string>>) =>
  Object.keys(english)
    .map((key) => texts[key])
    .join('\n');

describe('the texts of a language', () => {
  it.each([german, arabic])('come out of their chunk as they went in', (catalogue) => {
    const { language, direction } = catalogue;
    const chunk = {
      language,
      direction,
      orderSession: packed(orderSession, catalogue.orderSession),
      orderTracking: packed(orderTracking, catalogue.orderTracking),
    };
    expect(catalogueOf(chunk, orderTrackingTexts)).toEqual({
      language,
      direction,
      orderSession: catalogue.orderSession,
      orderTracking: catalogue.orderTracking,
    });
  });

  it('are left as they are when a bundler brought them whole', () => {
    expect(catalogueOf(german, orderTrackingTexts)).toEqual(german);
    expect(catalogueOf(undefined, orderTrackingTexts)).toBeUndefined();
  });
});
