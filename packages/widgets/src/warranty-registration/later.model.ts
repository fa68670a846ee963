import type { Context } from './context.ts';
import { createForms } from './forms.model.ts';
import type { LaterActions } from './options.ts';
import { createOwnership } from './ownership.model.ts';
import { register } from './register.ts';

/** The part of a registration model that its first screen does not need. */
export interface LaterModel {
  readonly actions: LaterActions;
  stop(): void;
}

/** Makes the `LaterModel` of one model. */
export type CreateLaterModel = (context: Context) => LaterModel;

/** See `CreateLaterModel`. */
export const createLaterModel: CreateLaterModel = (context) => {
  const forms = createForms(context);
  const ownership = createOwnership(context);
  return {
    actions: { ...forms.actions, ...ownership.actions, register: (ids) => register(context, ids) },
    stop() {
      forms.stop();
      ownership.stop();
    },
  };
};
