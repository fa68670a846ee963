/** The id of a review. */
export const idPattern = /^rev_[0-9a-f]{32}$/;
