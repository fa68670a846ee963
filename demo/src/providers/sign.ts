import { createHmac } from 'node:crypto';

const hmac = (secret: string, content: string, encoding: 'hex' | 'base64'): string =>
  createHmac('sha256', secret).update(content).digest(encoding);

/** The signature headers of each provider, over the raw body, and of one over the time too. */
export const sign = {
  shopify: (secret: string, body: string) => ({ 'X-Shopify-Hmac-Sha256': hmac(secret, body, 'base64') }),
  woocommerce: (secret: string, body: string) => ({ 'X-WC-Webhook-Signature': hmac(secret, body, 'base64') }),
  aftership: (secret: string, body: string) => ({ 'aftership-hmac-sha256': hmac(secret, body, 'base64') }),
  easypost: (secret: string, body: string) => ({
    'X-Hmac-Signature': `hmac-sha256-hex=${hmac(secret.normalize('NFKD'), body, 'hex')}`,
  }),
  shippo: (secret: string, body: string, now: Date) => {
    const seconds = Math.floor(now.getTime() / 1000);
    return { 'Shippo-Auth-Signature': `t=${seconds},v1=${hmac(secret, `${seconds}.${body}`, 'hex')}` };
  },
} as const;
