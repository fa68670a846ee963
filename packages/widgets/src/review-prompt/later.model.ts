import type { Context } from './context.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import type { LaterActions } from './options.ts';
import { createSending } from './sending.model.ts';
import { createWriting } from './writing.model.ts';

/** The part of a review prompt's model that its first screen does not need. */
export interface LaterModel {
  readonly actions: LaterActions;
  /** Keeps what was tapped, at once. */
  keep(): void;
  /** The page may go. */
  flush(): void;
  /** The network is back. */
  online(): void;
  stop(): void;
}

/** Makes the `LaterModel` of one model. */
export type CreateLaterModel = (context: Context) => LaterModel;

/** See `CreateLaterModel`. */
export const createLaterModel: CreateLaterModel = (context) => {
  const keeper = createDraftKeeper(context);
  const writing = createWriting(context, keeper);
  const sending = createSending(context, keeper);
  return {
    actions: { ...writing.actions, ...sending.actions },
    keep() {
      const now = context.ready();
      if (now) keeper.save(now, true);
    },
    flush: keeper.flush,
    online() {
      keeper.again();
      sending.online();
    },
    stop() {
      keeper.flush();
      writing.stop();
      sending.stop();
    },
  };
};
