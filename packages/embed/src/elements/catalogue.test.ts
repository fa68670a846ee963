import { catalogue as arabic } from '@postlude/widgets/locales/ar';
import { catalogue as german } from '@postlude/widgets/locales/de';
import { english } from '@postlude/widgets/order-tracking';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from './catalogue.ts';

describe('the texts of a language', () => {
  it.each([german, arabic])('come out of their chunk as they went in', (catalogue) => {
    const keys = Object.keys(english) as (keyof typeof english)[];
    const packed = {
      ...catalogue,
      orderTracking: keys.map((key) => catalogue.orderTracking[key]).join('\n'),
    };
    expect(catalogueOf(packed)).toEqual(catalogue);
  });

  it('are left as they are when a bundler brought them whole', () => {
    expect(catalogueOf(german)).toBe(german);
    expect(catalogueOf(undefined)).toBeUndefined();
  });
});
