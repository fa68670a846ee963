/** Sources of orders that came from no shop's platform: what was bought elsewhere, and what was taken over from somebody. */
export const ownOrderSources = ['elsewhere', 'transfer'] as const;

/** True for an order that is no sale of this store: nothing of it is sent, sent back, withdrawn from or refunded. */
export const isOwnOrder = (source: string): boolean => ownOrderSources.some((one) => one === source);
