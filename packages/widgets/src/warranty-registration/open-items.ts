import type { PassportList } from '@postlude/contract';

/** The items that can be registered now. */
export const openItems = ({ items }: PassportList): PassportList['items'] =>
  items.filter(({ canRegister }) => canRegister);
