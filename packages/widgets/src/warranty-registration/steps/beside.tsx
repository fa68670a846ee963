import type { ClaimSummary, PassportList } from '@postlude/contract';
import type { VNode } from 'preact';
import { ClaimRows } from '../../claims/claim-rows.tsx';
import type { Ui } from '../ui.ts';
import { Why } from './why.tsx';

interface BesideProps {
  readonly ui: Ui;
  readonly item: PassportList['items'][number];
  readonly claims: boolean;
}

const isOpen = ({ status }: ClaimSummary): boolean => !/^(done|declined|cancelled)$/.test(status);

/** What there is to say of an item in the list: why its registration is not there, and the claims that are under way. */
export function Beside({ ui, item, claims }: BesideProps): VNode {
  const { passport } = item;
  const open = claims && passport.state === 'owned' ? passport.claims.filter(isOpen) : [];
  return (
    <>
      <Why ui={ui} item={item} />
      {open.length > 0 ? (
        <ClaimRows words={ui} claims={open} onOpen={(id) => ui.model.openClaims(passport.id, id)} />
      ) : null}
    </>
  );
}
