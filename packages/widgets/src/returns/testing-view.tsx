import { render, screen } from '@testing-library/preact';
import { FakeWorld } from '../order-tracking/testing.ts';
import type { ReturnsModelOptions } from './options.ts';
import { createReturnsModel } from './returns.model.ts';
import { Returns, type ReturnsProps } from './returns.tsx';
import type { ReturnsState } from './state.ts';
import { laterSteps } from './steps/index.ts';
import { fakeReturns } from './testing.ts';

/** Later steps that are there at once. */
export const atOnce: ReturnsProps['later'] = async () => ({ steps: laterSteps });

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
    restore: {
      state,
      session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z', orderId: `ord_${'1'.repeat(32)}` },
    },
    ...options,
  });
  const view = render(
    <Returns model={model} locale="en-GB" timeZone="Europe/Berlin" later={atOnce} {...props} />,
  );
  if (state.kind !== 'loading') await screen.findAllByRole('heading', { level: 2 });
  return { ...view, ...fake, world, model };
}

/** The headline of the screen. */
export const headline = () => screen.getByRole('heading', { level: 2 }).textContent;
