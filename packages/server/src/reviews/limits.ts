/** Photos and videos of one review. */
export const mediaPerReview = 10;

/** How often a review may be changed by who wrote it. */
export const mostChanges = 200;
