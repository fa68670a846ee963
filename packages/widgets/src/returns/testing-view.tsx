import { render, screen, waitFor } from '@testing-library/preact';
import { FakeWorld } from '../order-tracking/testing.ts';
import { createLaterModel } from './later.model.ts';
import type { ReturnsModelOptions } from './options.ts';
import { createReturnsModel } from './returns.model.ts';
import { Returns, type ReturnsProps } from './returns.tsx';
import type { ReturnsState } from './state.ts';
import { laterSteps } from './steps/index.ts';
import { fakeReturns } from './testing.ts';

/** Renders the widget in a state it was left in. */
export async function show(
  state: ReturnsState,
  props: Partial<ReturnsProps> = {},
  options: Partial<ReturnsModelOptions> = {},
) {
  const world = new FakeWorld();
  const fake = fakeReturns();
  world.online = !('offline' in state && state.offline);
  const model = createReturnsModel({
    source: fake.source,
    environment: world.environment,
    drafts: null,
    later: () => createLaterModel,
    restore: {
      state,
      session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z', orderId: `ord_${'1'.repeat(32)}` },
    },
    ...options,
  });
  let isThere = false;
  const later: ReturnsProps['later'] = async () => {
    isThere = true;
    return { steps: laterSteps };
  };
  const view = render(
    <Returns model={model} locale="en-GB" timeZone="Europe/Berlin" later={later} {...props} />,
  );
  // The later steps come when the page is idle.
  if ((state.kind === 'choosing' || state.kind === 'filed') && !props.later)
    await waitFor(() => {
      if (!isThere || view.container.querySelector('.beside .skeleton, .card > .skeleton'))
        throw new Error('Not there.');
    });
  if (state.kind !== 'loading') await screen.findAllByRole('heading', { level: 2 });
  return { ...view, ...fake, world, model };
}

/** The headline of the screen. */
export const headline = () => screen.getByRole('heading', { level: 2 }).textContent;
