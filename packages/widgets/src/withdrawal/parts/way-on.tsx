import type { VNode } from 'preact';
import { Link } from '../../kit/link.tsx';
import type { Entered } from '../state.ts';
import type { Ui } from '../ui.ts';

/** The plain page of the backend, which works whatever does not work here. In a tab of its own: nothing typed is lost. */
export function WayOn({ ui, entered }: { readonly ui: Ui; readonly entered: Entered }): VNode | null {
  const address = ui.plainPage(entered.known, entered.values.contract);
  if (!address) return null;
  return (
    <p class="way-on quiet" part="way-on">
      {ui.say('plain.about')}{' '}
      <Link class="button plain" href={address} newTab={ui.say('new_window')}>
        {ui.say('plain')}
      </Link>
    </p>
  );
}
