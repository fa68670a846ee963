/** Where a store's plain page is: linked from any page of the shop, and from inside the widget. */
export const pagePath = (publishableKey: string): string => `/withdraw/${publishableKey}`;
