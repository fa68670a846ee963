import { describe, expect, it } from 'vitest';
import { newSigningSecret, signatureOf, signedHeaders } from './signature.ts';

// The vector of the reference libraries (github.com/standard-webhooks/standard-webhooks, their tests).
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const timestamp = 1614265330;
const body = '{"test": 2432232314}';
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

describe('signature of an outgoing webhook', () => {
  it('is the one that Standard Webhooks publishes for its test message', () => {
    expect(signatureOf(secret, id, timestamp, body)).toBe(signature);
  });

  it('does not care whether the secret came with its prefix', () => {
    expect(signatureOf(secret.replace('whsec_', ''), id, timestamp, body)).toBe(signature);
  });

  it('travels in three headers, one signature for each valid secret', () => {
    const other = newSigningSecret();
    const headers = signedHeaders([other, secret], id, new Date(timestamp * 1_000 + 999), body);
    expect(headers).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': `${signatureOf(other, id, timestamp, body)} ${signature}`,
    });
  });

  it('is made with secrets of 32 random bytes in base64', () => {
    const made = newSigningSecret();
    expect(made).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(made).not.toBe(newSigningSecret());
  });
});
