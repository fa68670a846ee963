import type { PassportList } from '@postlude/contract';
import type { VNode } from 'preact';
import { Notice } from '../../kit/notice.tsx';
import type { Ui } from '../ui.ts';

interface WhyProps {
  readonly ui: Ui;
  readonly item: PassportList['items'][number];
}

/** Why a registration waits, was not accepted or has ended, and what can be done about it. */
export function Why({ ui, item }: WhyProps): VNode | null {
  const { registration } = item.passport;
  if (!registration || registration.status === 'registered') return null;
  const { status, rejected } = registration;
  if (status === 'pending') return <Notice tone="progress">{ui.say('why.pending')}</Notice>;
  const code = status === 'void' ? 'void' : (rejected?.code ?? 'other');
  return (
    <Notice tone="warning">
      <p>{ui.known(`why.${code}`) ?? ui.say('why.other')}</p>
      {rejected?.note ? <p>{ui.say('why.note', { note: rejected.note })}</p> : null}
    </Notice>
  );
}
