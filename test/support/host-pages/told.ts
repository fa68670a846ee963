import type { GuestPage } from './guest-page.ts';

/** A script for the head of a page: writes down what the page is told. */
export const listen = `<script>
  window.told = [];
  for (const name of ['ready', 'session-opened', 'order-shown', 'returns-shown', 'status-changed', 'error'])
    addEventListener('postlude:' + name, (event) => told.push([name, event.detail]));
</script>`;

/** What a page with that script was told until now. */
export const told = (guest: GuestPage) =>
  guest.page.evaluate('told') as Promise<[string, { code?: string }][]>;
