import { useState } from 'preact/hooks';

let count = 0;

/** An id no other element of the page has, the same for the life of a component. */
export function useUniqueId(): string {
  return useState(() => `postlude-${++count}`)[0];
}
