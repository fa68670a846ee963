import type { Context } from './context.ts';
import type { LaterActions } from './options.ts';
import { createSending } from './sending.model.ts';
import { createWriting } from './writing.model.ts';

/** The part of a review prompt's model that its first screen does not need. */
export interface LaterModel {
  readonly actions: LaterActions;
  /** The network is back. */
  online(): void;
  stop(): void;
}

/** Makes the `LaterModel` of one model. */
export type CreateLaterModel = (context: Context) => LaterModel;

/** See `CreateLaterModel`. */
export const createLaterModel: CreateLaterModel = (context) => {
  const writing = createWriting(context);
  const sending = createSending(context);
  return {
    actions: { ...writing.actions, ...sending.actions },
    online: sending.online,
    stop() {
      writing.stop();
      sending.stop();
    },
  };
};
