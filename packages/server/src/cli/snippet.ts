import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSdkFolder } from '../sdk/sdk-files.ts';

/** What a store owner pastes, and how the storefront computes the proof. */
export interface Snippet {
  readonly html: string;
  readonly proof: { readonly liquid: string; readonly php: string; readonly node: string };
}

/** Makes the snippet of a store. `sdkFolder` is where the built SDK is, which knows the room a card takes. */
export function snippetOf(options: {
  publicUrl: string;
  publishableKey: string;
  embedSecret: string | null;
  sdkFolder: string | null;
}): Snippet {
  const { publicUrl, publishableKey } = options;
  const secret = options.embedSecret ?? 'YOUR EMBED SECRET';
  const style = reserveCss(options.sdkFolder ?? defaultSdkFolder());
  return {
    html: [
      `<script async src="${publicUrl}/postlude.js" data-store="${publishableKey}"></script>`,
      ...(style === null ? [] : [`<style>${style}</style>`]),
      '<postlude-order-tracking order="ORDER NUMBER" proof="PROOF"></postlude-order-tracking>',
    ].join('\n'),
    proof: {
      // The name and not `order_number`: with a prefix (`#LN-2041`) only the name is what the shopper and the webhooks call it.
      liquid: `{{ order.name | remove_first: "#" | hmac_sha256: "${secret}" }}`,
      php: `hash_hmac('sha256', (string) $order->get_order_number(), '${secret}')`,
      node: `createHmac('sha256', '${secret}').update(String(order.number)).digest('hex')`,
    },
  };
}

/** The snippet as it is shown to a person. */
export function snippetText({ html, proof }: Snippet): string {
  return [
    'Paste this where the order is shown. Without order and proof it asks the shopper for both number and contact:',
    '',
    indented(html),
    '',
    'ORDER NUMBER is what the shop calls the order; PROOF is computed where the page is rendered, never in the browser:',
    '',
    `  Liquid  ${proof.liquid}`,
    `  PHP     ${proof.php}`,
    `  Node    ${proof.node}`,
  ].join('\n');
}

const indented = (text: string): string => text.replace(/^/gm, '  ');

/** What the build says of the room a card takes before it is there; null when the SDK is not built. */
function reserveCss(folder: string | null): string | null {
  if (folder === null) return null;
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const css =
      typeof manifest === 'object' && manifest !== null && 'reserveCss' in manifest
        ? manifest.reserveCss
        : null;
    return typeof css === 'string' ? css : null;
  } catch {
    return null;
  }
}
