/** What the model needs from the world around it. Handed in, so that it runs without a DOM. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after `milliseconds`; the returned function takes it back. */
  after(milliseconds: number, task: () => void): () => void;
  /** A number from 0 up to 1. */
  random(): number;
  /** True while somebody can see the page. */
  isVisible(): boolean;
  /** False only when it is certain that there is no network. */
  isOnline(): boolean;
  /** Calls `listener` whenever visibility or the network may have changed; the returned function stops that. */
  onChange(listener: () => void): () => void;
}
