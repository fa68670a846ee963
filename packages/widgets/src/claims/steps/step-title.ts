import { openDoor, placeOf } from '../choice.ts';
import type { FilingState } from '../state.ts';
import type { ClaimsUi } from '../ui.ts';

/** The headline of a step. */
export function stepTitle(ui: ClaimsUi, { step, choice, options, solved }: FilingState): string {
  if (solved) return ui.say('help.solved');
  if (step === 'doors')
    return ui.say(options.doors.some(({ route }) => openDoor(options, route)) ? 'doors.title' : 'doors.none');
  if (step === 'address') {
    const atHome = placeOf(options, choice)?.kind === 'at_home';
    return ui.known(`address.title.${atHome ? 'at_home' : choice.resolution}`) ?? ui.say('address.title');
  }
  return ui.known(`${step}.title`) ?? '';
}
