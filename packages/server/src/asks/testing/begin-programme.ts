import type { Id } from '@postlude/contract';
import { programmeToBegin } from '../../referrals/programme/defaults.ts';
import { addProgramme } from '../../referrals/programme/store.ts';
import type { AskShop } from './shop.ts';

/** Has a shop run a referral programme from now on. */
export const beginProgramme = ({
  shop,
  backend,
}: AskShop): Promise<{ readonly id: Id<'referralProgramme'> }> =>
  backend.context.db.withStore(shop.store.id, (tx) =>
    addProgramme(
      tx,
      shop.store.id,
      programmeToBegin('EUR', 'https://shop.example/friends'),
      backend.clock.now(),
    ),
  );
