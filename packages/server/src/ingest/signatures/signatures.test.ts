import { describe, expect, test } from 'vitest';
import type { RawMessage, Verdict } from '../adapter.ts';
import { adapters } from '../adapters/index.ts';
import { rawMessage } from '../fixtures/raw-message.ts';
import {
  aftershipVector,
  easypostVector,
  type SignatureVector,
  shippoVector,
  shopifyVector,
  woocommerceVectors,
} from '../fixtures/signature-vectors.ts';
import {
  signAftership,
  signEasypost,
  signShippo,
  signShopify,
  signWoocommerce,
  verifyShippo,
} from './index.ts';

type Provider = keyof typeof adapters;

const shippoTime = new Date(1688493073 * 1000);

const schemes: {
  provider: Provider;
  header: string;
  vectors: readonly SignatureVector[];
  sign: (body: string, secret: string) => string;
}[] = [
  { provider: 'shopify', header: 'x-shopify-hmac-sha256', vectors: [shopifyVector], sign: signShopify },
  {
    provider: 'woocommerce',
    header: 'x-wc-webhook-signature',
    vectors: woocommerceVectors,
    sign: signWoocommerce,
  },
  { provider: 'aftership', header: 'aftership-hmac-sha256', vectors: [aftershipVector], sign: signAftership },
  { provider: 'easypost', header: 'x-hmac-signature', vectors: [easypostVector], sign: signEasypost },
  {
    provider: 'shippo',
    header: 'shippo-auth-signature',
    vectors: [shippoVector],
    sign: (body, secret) => signShippo(body, secret, shippoTime),
  },
];

describe.each(schemes)('the signature of $provider', ({ provider, header, vectors, sign }) => {
  const [vector] = vectors as [SignatureVector];
  const verify = (message: RawMessage, secrets: readonly string[] = [vector.secret]): Verdict =>
    adapters[provider].verify(message, secrets, shippoTime);
  const message = (signature: string, body: string | Uint8Array = vector.body) =>
    rawMessage(body, { [header]: signature });

  test.each(vectors)('matches a vector of others: $name', ({ secret, body, signature }) => {
    expect(sign(body, secret)).toBe(signature);
    expect(verify(message(signature, body), [secret])).toBe('ok');
  });

  test('is missing without its header, or with an empty one', () => {
    expect(verify(rawMessage(vector.body))).toBe('signature_missing');
    expect(verify(message(''))).toBe('signature_missing');
    expect(verify(message('  '))).toBe('signature_missing');
  });

  test('is never right without a secret', () => {
    expect(verify(message(vector.signature), [])).toBe('signature_invalid');
    expect(verify(message(sign(vector.body, '')), [''])).toBe('signature_invalid');
  });

  test('may be made with any of several secrets', () => {
    expect(verify(message(vector.signature), ['old', vector.secret])).toBe('ok');
    expect(verify(message(vector.signature), [vector.secret, 'new'])).toBe('ok');
    expect(verify(message(vector.signature), ['old', 'new'])).toBe('signature_invalid');
  });

  test('is wrong for a body that was changed by a byte, cut short, lengthened or emptied', () => {
    const bytes = new TextEncoder().encode(vector.body);
    const changed = bytes.slice();
    changed[3] = (changed[3] ?? 0) ^ 1;
    for (const body of [changed, bytes.slice(0, -1), new Uint8Array([...bytes, 10]), new Uint8Array()]) {
      expect(verify(message(vector.signature, body))).toBe('signature_invalid');
    }
  });

  test('is wrong when it is cut short, lengthened, or no signature at all', () => {
    const { signature } = vector;
    const wrong = [
      signature.slice(0, -1),
      signature.slice(0, -4),
      `${signature}00`,
      `${signature}thissignatureistoolong=`,
      `x${signature}`,
      `${signature}x, ${signature}x`,
      'wronghash',
      'YmxhaGJsYWgK',
      'XXXXXaGVsbG8=',
      'ÿ',
      '=',
    ];
    for (const text of wrong) expect(verify(message(text))).toBe('signature_invalid');
  });

  test('holds for an empty body only when that is what was signed', () => {
    expect(verify(message(sign('', vector.secret), ''))).toBe('ok');
    expect(verify(message(sign('', vector.secret)))).toBe('signature_invalid');
  });

  test('is made over bytes, not over text', () => {
    const bytes = Uint8Array.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
    const replaced = new TextDecoder().decode(bytes);
    expect(verify(message(sign(replaced, vector.secret), bytes))).toBe('signature_invalid');
  });
});

test('Shopify’s newer header without X- wins over the older one', () => {
  const { body, secret, signature } = shopifyVector;
  const both = (newer: string, older: string) =>
    adapters.shopify.verify(
      rawMessage(body, { 'shopify-hmac-sha256': newer, 'x-shopify-hmac-sha256': older }),
      [secret],
      new Date(),
    );
  expect(both(signature, 'wronghash')).toBe('ok');
  expect(both('wronghash', signature)).toBe('signature_invalid');
});

test('EasyPost’s secret may be typed with composed or decomposed letters', () => {
  const { body, secret, signature } = easypostVector;
  expect(signEasypost(body, secret.normalize('NFC'))).toBe(signature);
  expect(signEasypost(body, secret.normalize('NFD'))).toBe(signature);
});

test('EasyPost’s digits may be written in capitals, its prefix may not be missing', () => {
  const { body, secret, signature } = easypostVector;
  const verify = (text: string) =>
    adapters.easypost.verify(rawMessage(body, { 'x-hmac-signature': text }), [secret], new Date());
  const hex = signature.slice('hmac-sha256-hex='.length);
  expect(verify(`hmac-sha256-hex=${hex.toUpperCase()}`)).toBe('ok');
  expect(verify(hex)).toBe('signature_invalid');
});

describe('the time in Shippo’s signature', () => {
  const { body, secret } = shippoVector;
  const signed = rawMessage(body, { 'shippo-auth-signature': shippoVector.signature });
  const at = (seconds: number) => new Date(shippoTime.getTime() + seconds * 1000);

  test.each([-300, 0, 300])('is accepted %i seconds away', (seconds) => {
    expect(verifyShippo(signed, [secret], at(seconds))).toBe('ok');
  });

  test.each([-301, 301, 86_400])('is refused %i seconds away, as a replay is', (seconds) => {
    expect(verifyShippo(signed, [secret], at(seconds))).toBe('signature_expired');
  });

  test('is signed: another time beside an old signature is no signature', () => {
    const moved = shippoVector.signature.replace('t=1688493073', 't=1688493999');
    const message = rawMessage(body, { 'shippo-auth-signature': moved });
    expect(verifyShippo(message, [secret], at(926))).toBe('signature_invalid');
  });

  test.each([
    't=,v1=00',
    'v1=00',
    't=1688493073',
    't=abc,v1=00',
    't=99999999999999999999,v1=00',
    't=-1,v1=00',
  ])('cannot be read from %s', (header) => {
    const message = rawMessage(body, { 'shippo-auth-signature': header });
    expect(verifyShippo(message, [secret], shippoTime)).toBe('signature_invalid');
  });

  test('may stand beside several signatures, as while a key is changed', () => {
    const other = 'f'.repeat(64);
    const [time, right] = shippoVector.signature.split(',');
    const message = rawMessage(body, { 'shippo-auth-signature': `${time}, v1=${other}, ${right}` });
    expect(verifyShippo(message, [secret], shippoTime)).toBe('ok');
  });
});

describe('the token in the address of a Shippo webhook', () => {
  const { body, secret } = shippoVector;
  const verify = (query: string, secrets: readonly string[], headers: Record<string, string> = {}) =>
    verifyShippo(rawMessage(body, headers, query), secrets, shippoTime);

  test('is enough where it is what was configured', () => {
    expect(verify('token=open-sesame', ['token:open-sesame'])).toBe('ok');
    expect(verify('token=open-sesame', ['token:old', 'token:open-sesame'])).toBe('ok');
  });

  test('is missing, or wrong', () => {
    expect(verify('', ['token:open-sesame'])).toBe('signature_missing');
    expect(verify('token=', ['token:'])).toBe('signature_missing');
    expect(verify('token=open-sesam', ['token:open-sesame'])).toBe('signature_invalid');
    expect(verify('token=token:open-sesame', ['token:open-sesame'])).toBe('signature_invalid');
    expect(verify('token=x', [])).toBe('signature_invalid');
  });

  test('does not open a webhook that has a signing key only', () => {
    expect(verify(`token=${secret}`, [secret])).toBe('signature_invalid');
  });

  test('does not excuse a wrong signature where there is a key', () => {
    const headers = { 'shippo-auth-signature': `t=1688493073,v1=${'0'.repeat(64)}` };
    expect(verify('token=open-sesame', [secret, 'token:open-sesame'], headers)).toBe('signature_invalid');
    expect(verify('token=open-sesame', [secret, 'token:open-sesame'])).toBe('ok');
  });

  test('is never used as a signing key', () => {
    const signature = signShippo(body, 'token:open-sesame', shippoTime);
    expect(verify('', ['token:open-sesame'], { 'shippo-auth-signature': signature })).toBe(
      'signature_missing',
    );
  });
});
