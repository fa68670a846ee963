// The claims of an item for the harness's page.
import { signal } from '@preact/signals';
import type { ClaimsSource } from '../src/claims/claims-source.ts';
import { claims as part } from '../src/claims/part.ts';
import { claimStates } from '../src/claims/sample-states.ts';
import { sampleItem } from '../src/claims/samples.ts';
import { css as form } from '../src/kit/form.css';
import { css as kit } from '../src/kit/kit.css';
import { LiveRegion, type Said } from '../src/kit/live-region.tsx';
import { css as tokens } from '../src/kit/tokens.css';
import { css as orderSession } from '../src/order-session/order-session.css';
import { galleryWidget, never, silent, still } from './gallery-widget.tsx';

const styles = [tokens, kit, orderSession, form, ...part.styles];
const pages = { returns: 'https://shop.example/returns', withdrawal: 'https://shop.example/withdraw' };

/** Claiming what an item is covered for. It stands in another widget, whose root is drawn here. */
export const claims = galleryWidget('claims', styles, claimStates, (state, { theme, ...look }) => {
  const said = signal<Said | null>(null);
  const model = part.createClaims({
    source: silent<ClaimsSource>(),
    access: { session: null, hold: () => {}, use: never },
    item: sampleItem,
    drafts: null,
    restore: { itemId: sampleItem.id, state, claimId: null },
    world: still(),
    onEvent: () => {},
    report: (error) => console.error(error),
    sessionEnded: () => {},
    leave: () => {},
  });
  // Going on settles what was under way; the picture is of the state as it is.
  (model.state as { value: unknown }).value = state;
  const { language = 'en', direction = 'ltr' } = look.catalogue ?? {};
  const view = (
    <div class="root" data-theme={theme} lang={language} dir={direction}>
      <LiveRegion said={said} />
      <part.Claims model={model} {...look} said={said} pages={pages} />
    </div>
  );
  return { model, view };
});
