import type { Session } from '@postlude/contract';
import type { Theme } from '@postlude/widgets/kit';
import type { PostludeGlobal } from './postlude-global.ts';
import type { PostludeOptions } from './settings.ts';

/** The attributes every element has. Each is a property of the same name too. */
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

/** The attributes of `<postlude-order-tracking>`. */
export interface PostludeOrderTrackingAttributes extends PostludeElementAttributes {
  /** How many parcels the order has, where the storefront knows: as much room is kept, so that nothing moves when the card appears. */
  parcels?: number | string | undefined;
}

/** The attributes of `<postlude-returns>`. */
export interface PostludeReturnsAttributes extends PostludeElementAttributes {
  /** A gift's code, in place of `proof`: opens the order without prices, and what is returned becomes store credit. */
  gift?: string | undefined;
  /** `off` keeps what was chosen and typed with the store's backend instead of in the browser. */
  drafts?: 'off' | (string & {}) | undefined;
  /** `on` lets the browser's own Back go a step back; leave it out where the page's router reloads on each entry of the history. */
  history?: 'on' | (string & {}) | undefined;
  /** The address of the page with the withdrawal function; the backend's own unless given. */
  withdrawal?: string | undefined;
}

/** The attributes of `<postlude-withdrawal>`. */
export interface PostludeWithdrawalAttributes extends PostludeElementAttributes {
  /** The shopper's name, where the page knows it. */
  name?: string | undefined;
}

/** The attributes of `<postlude-warranty-registration>`. */
export interface PostludeWarrantyRegistrationAttributes extends PostludeElementAttributes {
  /** `off` hides the way for what was bought elsewhere, where the store does not take that. */
  elsewhere?: 'off' | (string & {}) | undefined;
}

/** The attributes of `<postlude-review-prompt>`. */
export interface PostludeReviewPromptAttributes extends PostludeElementAttributes {
  /** `ask` shows nothing until a review may be asked for; `always` is the plain form. `ask` unless given. */
  mode?: 'ask' | 'always' | (string & {}) | undefined;
  /** `off` keeps what was written with the store's backend instead of in the browser. */
  drafts?: 'off' | (string & {}) | undefined;
  /** `on` lets the browser's own Back go a step back. */
  history?: 'on' | (string & {}) | undefined;
  /** The address of the page with returns: offered beside the form where something seems to be wrong. */
  returns?: string | undefined;
  /** The same for the page with warranties and claims. */
  warranty?: string | undefined;
  /** The address of the page where shoppers recommend the shop: linked to once a review was sent, where that may be asked then. */
  referral?: string | undefined;
}

/** The attributes of `<postlude-reviews>`, which needs no order. */
export interface PostludeReviewsAttributes
  extends Pick<PostludeElementAttributes, 'store' | 'api' | 'theme' | 'loading'> {
  /** The product by its id with the platform. Without it, and without `subject`: the reviews of all products. */
  product?: string | undefined;
  /** `store`: the reviews of the shop itself. */
  subject?: 'store' | 'product' | undefined;
}

/** The attributes of `<postlude-referral>`. */
export interface PostludeReferralAttributes extends PostludeElementAttributes {
  /** `ask` shows it only when the shopper may be asked: after a happy sign, and never while anything of theirs is open. */
  mode?: 'ask' | 'always' | undefined;
}

/** The attributes of `<postlude-referral-offer>`, which needs no order. */
export interface PostludeReferralOfferAttributes
  extends Pick<PostludeElementAttributes, 'store' | 'api' | 'theme' | 'loading'> {
  /** The code of the invitation; `ref` in the page's own address unless given. Without either it is asked for. */
  code?: string | undefined;
  /** The visitor's country (ISO 3166-1 alpha-2), where the page knows it. */
  country?: string | undefined;
  /** Where the friend goes on to the shop: an address, or a place on this page (`#shop`). */
  shop?: string | undefined;
}

/** What every element can do beside having attributes. */
export interface PostludeElement extends HTMLElement {
  /**
   * Asks for news now instead of at the widget's own next time; for a page that knows that something happened. Does
   * nothing before an order is shown, or while it is asking already.
   */
  refresh(): void;
}

/** `<postlude-order-tracking>`. Properties may be set before and after the tag is registered. */
export interface PostludeOrderTrackingElement extends PostludeElement, PostludeOrderTrackingAttributes {}

/** `<postlude-returns>`. Properties may be set before and after the tag is registered. */
export interface PostludeReturnsElement extends PostludeElement, PostludeReturnsAttributes {}

/** `<postlude-withdrawal>`. Properties may be set before and after the tag is registered. */
export interface PostludeWithdrawalElement extends PostludeElement, PostludeWithdrawalAttributes {}

/** `<postlude-warranty-registration>`. Properties may be set before and after the tag is registered. */
export interface PostludeWarrantyRegistrationElement
  extends PostludeElement,
    PostludeWarrantyRegistrationAttributes {}

/** `<postlude-review-prompt>`. Properties may be set before and after the tag is registered. */
export interface PostludeReviewPromptElement extends PostludeElement, PostludeReviewPromptAttributes {}

/** `<postlude-reviews>`. Properties may be set before and after the tag is registered. */
export interface PostludeReviewsElement extends PostludeElement, PostludeReviewsAttributes {}

/** `<postlude-referral>`. Properties may be set before and after the tag is registered. */
export interface PostludeReferralElement extends PostludeElement, PostludeReferralAttributes {}

/** `<postlude-referral-offer>`. Properties may be set before and after the tag is registered. */
export interface PostludeReferralOfferElement extends PostludeElement, PostludeReferralOfferAttributes {}

/** What JSX accepts on a tag, in any framework: its own attributes and everything HTML gives every element. */
type InJsx<Attributes> = Attributes & {
  // Frameworks differ in how they type these; the tag takes whatever they give every element.
  [attribute: string]: unknown;
};

/** The tags as JSX knows them. `@postlude/embed/react-jsx` adds them to React's, importing this package to Preact's. */
export interface PostludeJsxElements {
  'postlude-order-tracking': InJsx<PostludeOrderTrackingAttributes>;
  'postlude-returns': InJsx<PostludeReturnsAttributes>;
  'postlude-withdrawal': InJsx<PostludeWithdrawalAttributes>;
  'postlude-warranty-registration': InJsx<PostludeWarrantyRegistrationAttributes>;
  'postlude-review-prompt': InJsx<PostludeReviewPromptAttributes>;
  'postlude-reviews': InJsx<PostludeReviewsAttributes>;
  'postlude-referral': InJsx<PostludeReferralAttributes>;
  'postlude-referral-offer': InJsx<PostludeReferralOfferAttributes>;
}

declare global {
  interface HTMLElementTagNameMap {
    'postlude-order-tracking': PostludeOrderTrackingElement;
    'postlude-returns': PostludeReturnsElement;
    'postlude-withdrawal': PostludeWithdrawalElement;
    'postlude-warranty-registration': PostludeWarrantyRegistrationElement;
    'postlude-review-prompt': PostludeReviewPromptElement;
    'postlude-reviews': PostludeReviewsElement;
    'postlude-referral': PostludeReferralElement;
    'postlude-referral-offer': PostludeReferralOfferElement;
  }
  interface Window {
    /** Options before the script has run (with a `queue` of functions to run then); the object they are given afterwards. */
    Postlude?: PostludeGlobal | (PostludeOptions & { queue?: ((postlude: PostludeGlobal) => void)[] });
  }
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends PostludeJsxElements {}
  }
}
