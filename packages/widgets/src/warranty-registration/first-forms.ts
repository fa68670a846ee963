import type { ElsewhereState, TakeOverState } from './state.ts';

const empty = { mistakes: {}, phase: 'idle', trouble: null } as const;

/** The form for something bought elsewhere, as it is first shown. */
export const elsewhereForm: ElsewhereState = {
  kind: 'elsewhere',
  step: 'product',
  query: '',
  search: { state: 'idle', items: [] },
  product: null,
  serial: null,
  quantity: 1,
  about: false,
  values: { purchasedOn: '', where: '', country: '', email: '', name: '' },
  ...empty,
};

/** The form for something from an earlier owner, as it is first shown. */
export const takeOverForm: TakeOverState = {
  kind: 'takeover',
  values: { code: '', email: '', name: '' },
  consents: { safety: false, marketing: false },
  ...empty,
};
