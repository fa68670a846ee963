import type { ReturnOptions } from '@postlude/contract';
import type { VNode } from 'preact';
import { Link } from '../../kit/link.tsx';
import type { Ui } from '../ui.ts';

interface WithdrawalProps {
  readonly ui: Ui;
  readonly options: ReturnOptions;
  readonly url: string | undefined;
}

/** The right of withdrawal, which stands beside whatever the store offers. Its label is that of Directive (EU) 2023/2673. */
export function Withdrawal({ ui, options: { withdrawal }, url }: WithdrawalProps): VNode | null {
  if (withdrawal?.state !== 'open') return null;
  const { lastDay } = withdrawal;
  return (
    <div class="withdrawal" part="withdrawal">
      <p class="quiet">
        {lastDay ? ui.say('withdrawal.until', { date: ui.format.day(lastDay) }) : ui.say('withdrawal')}
      </p>
      {url ? (
        <Link class="button plain" href={url}>
          {ui.say('withdrawal.link')}
        </Link>
      ) : null}
    </div>
  );
}
