import type { Guard } from '../kit/guard.ts';
import type { Environment } from '../order-session/environment.ts';
import type { Context } from './context.ts';
import type { CreateLaterModel, LaterModel } from './later.model.ts';

/** Where the later part of a model comes from: as it is, or as a promise of its code. */
export type LoadLaterModel = () => CreateLaterModel | Promise<CreateLaterModel>;

/** What `bringLater` works with. */
interface BringOptions {
  readonly load: LoadLaterModel;
  /** Asked for once the code is there. */
  readonly context: () => Context;
  readonly world: Environment;
  readonly guard: Guard;
  readonly failed: (error: unknown) => void;
  readonly made: () => void;
}

/** The later part of one model, brought with its first use. */
interface Later {
  readonly use: Context['later'];
  /** Null while it is not there. */
  part(): LaterModel | null;
  stop(): void;
}

/** How long to wait after the code did not come, in milliseconds. */
const pause = 5_000;

/** Makes the `Later` of one model. What is to be done with it waits until it is there, over failures too. */
export function bringLater({ load, context, world, guard, failed, made }: BringOptions): Later {
  let part: LaterModel | null = null;
  let waiting: { readonly use: (later: LaterModel) => void; readonly failed?: (() => void) | undefined }[] =
    [];
  let isComing = false;
  let isOver = false;
  let cancel = (): void => {};

  const arrived = guard((create: CreateLaterModel) => {
    isComing = false;
    if (isOver) return;
    const there = create(context());
    part = there;
    const all = waiting;
    waiting = [];
    for (const { use } of all) use(there);
    made();
  });
  const lost = guard((error: unknown) => {
    isComing = false;
    if (isOver) return;
    failed(error);
    const done = waiting.filter((one) => one.failed);
    waiting = waiting.filter((one) => !one.failed);
    for (const one of done) one.failed?.();
    if (waiting.length > 0) cancel = world.after(pause, bring);
  });

  function bring(): void {
    if (isComing || isOver) return;
    cancel();
    isComing = true;
    const coming = load();
    if (typeof coming === 'function') arrived(coming);
    else coming.then(arrived, lost);
  }

  return {
    use(use, otherwise) {
      if (part) use(part);
      else if (!isOver) {
        waiting.push({ use, failed: otherwise });
        bring();
      }
    },
    part: () => part,
    stop() {
      isOver = true;
      cancel();
      part?.stop();
    },
  };
}
