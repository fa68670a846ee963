/** Photos and videos of one review. */
export const mediaPerReview = 10;

/** The largest video, in bytes, and the longest, in seconds. */
export const videoLimits = { videoBytes: 30 * 1024 * 1024, videoSeconds: 60 } as const;

/** How often a review may be changed by who wrote it. */
export const mostChanges = 200;
