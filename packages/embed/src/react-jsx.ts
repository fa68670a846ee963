import type {} from 'react';
import type { PostludeJsxElements } from './element-types.ts';

/**
 * Types only: teaches React's JSX the tags. React itself is not needed at run time.
 *
 * @example
 * ```ts
 * import type {} from '@postlude/embed/react-jsx';
 * ```
 */
export type { PostludeJsxElements };

// Which of React's typings a program has is its own choice; the name of the module is all that is known here.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends PostludeJsxElements {}
  }
}
