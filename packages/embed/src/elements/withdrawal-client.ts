import { createTransport } from '@postlude/client';
import type { WithdrawalSource } from '@postlude/widgets/withdrawal';
import { clientSource } from '@postlude/widgets/withdrawal/client-source';
import type { WidgetSettings } from '../settings.ts';

/** Withdrawals from the store an element belongs to. */
export function createWithdrawalSource({
  store,
  api,
}: Pick<WidgetSettings, 'store' | 'api'>): WithdrawalSource {
  return clientSource(createTransport({ store, baseUrl: api }));
}
