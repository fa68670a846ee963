import type { VNode } from 'preact';
import { Link, safeAddress } from '../../kit/link.tsx';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';

/** What few stars may mean: something is wrong, and there is help. It stands beside the form, whose way on stays the same. */
export function Help({ ui, state }: { readonly ui: Ui; readonly state: ReadyState }): VNode | null {
  const { contact } = state.form.store;
  const { returns, warranty } = ui.pages;
  const mail = contact.email ? `mailto:${contact.email}` : null;
  const ways = (
    [
      ['return', returns],
      ['warranty', warranty],
      ['contact', contact.url ?? mail],
    ] as const
  ).filter(([, address]) => safeAddress(address));
  if (ways.length === 0 && !contact.phone) return null;
  return (
    <aside class="panel-box help-beside" part="help" aria-label={ui.say('help.wrong')}>
      <p>
        <strong>{ui.say('help.wrong')}</strong>
      </p>
      <p class="quiet">{ui.say('help.beside')}</p>
      <p class="ways">
        {ways.map(([name, address]) => (
          <Link key={name} class="button" href={address}>
            {ui.say(`help.${name}`)}
          </Link>
        ))}
        {contact.phone ? (
          <Link class="button" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
            {ui.say('help.call', { phone: contact.phone })}
          </Link>
        ) : null}
      </p>
    </aside>
  );
}
