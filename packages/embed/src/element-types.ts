import type { Session } from '@postlude/contract';
import type { Theme } from '@postlude/widgets/kit';
import type { PostludeGlobal } from './postlude-global.ts';
import type { PostludeOptions } from './settings.ts';

/** The attributes of an element. Each is a property of the same name too. */
export interface PostludeElementAttributes {
  /** The order's number, as the shop calls it. */
  order?: string | undefined;
  /** HMAC-SHA256(embed secret, order number) in hexadecimal, rendered by the storefront. Without it the shopper looks the order up. */
  proof?: string | undefined;
  /** An open session: an object as property, JSON as attribute. */
  session?: Session | string | undefined;
  /** The publishable key, where it differs from the page's. */
  store?: string | undefined;
  /** The backend, where it differs from the page's. */
  api?: string | undefined;
  /** `auto` unless given. */
  theme?: Theme | undefined;
  /** `eager` loads at once; otherwise the widget waits until it is near the viewport. */
  loading?: 'eager' | 'lazy' | undefined;
}

/** `<postlude-order-tracking>`. Properties may be set before and after the tag is registered. */
export interface PostludeOrderTrackingElement extends HTMLElement, PostludeElementAttributes {
  /**
   * Asks for news now instead of at the widget's own next time; for a page that knows that something happened. Does
   * nothing before an order is shown, or while it is asking already.
   */
  refresh(): void;
}

/** What JSX accepts on the tag, in any framework: its own attributes and everything HTML gives every element. */
export interface PostludeJsxAttributes extends PostludeElementAttributes {
  // Frameworks differ in how they type these; the tag takes whatever they give every element.
  [attribute: string]: unknown;
}

declare global {
  interface HTMLElementTagNameMap {
    'postlude-order-tracking': PostludeOrderTrackingElement;
  }
  interface Window {
    /** Options before the script has run (with a `queue` of functions to run then); the object they are given afterwards. */
    Postlude?: PostludeGlobal | (PostludeOptions & { queue?: ((postlude: PostludeGlobal) => void)[] });
  }
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'postlude-order-tracking': PostludeJsxAttributes;
    }
  }
}
