import {
  createWithdrawalModel,
  Withdrawal,
  type WithdrawalModel,
  type WithdrawalSnapshot,
  withdrawalStyles,
  withdrawalTexts,
} from '@postlude/widgets/withdrawal';
import { mountWidget } from './mount-widget.ts';
import { plainPageOf } from './plain-page.ts';
import { reachable } from './session-source.ts';
import { readTerms } from './withdrawal-terms.ts';

/** The room kept for the form goes with the form: what comes after it is shorter, and where nothing is offered there is nothing. */
const roomCss = 'div:has(+ div > :is(.is-off, .is-check, .is-done, .is-failed)) { display: none; }';

/** Puts the withdrawal function into an element. */
export const mount = mountWidget<WithdrawalModel, WithdrawalSnapshot>({
  styles: [...withdrawalStyles, roomCss],
  texts: withdrawalTexts,
  create({ sessions, settings, load, ...parts }) {
    const { name } = settings;
    return createWithdrawalModel({
      ...parts,
      name,
      page: plainPageOf(settings),
      source: {
        async terms(signal) {
          const terms = await readTerms(settings, signal);
          // Its code can come while the shopper types.
          if (terms.offered !== 'off') load('withdrawal-client').catch(() => {});
          return terms;
        },
        open: sessions.open,
        async declare(...declaration) {
          const { createWithdrawalSource } = await reachable(load('withdrawal-client'));
          return await createWithdrawalSource(settings).declare(...declaration);
        },
      },
    });
  },
  view: (model, look) => <Withdrawal model={model} {...look} />,
});
