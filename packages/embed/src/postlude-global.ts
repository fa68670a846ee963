import type { PostludeOptions } from './settings.ts';

/** `window.Postlude` once the script has run: the only name it leaves on the page. */
export interface PostludeGlobal {
  /** Of the script that won, should a page load several. */
  readonly version: string;
  /** Fulfilled once the tags are registered. */
  readonly ready: Promise<void>;
  /** Runs a function with this object: at once now; before the script ran, an array here keeps them until it does. */
  readonly queue: { push(task: (postlude: PostludeGlobal) => void): void };
  /** Changes options of all widgets, those on the page included. */
  configure(options: PostludeOptions): void;
}
