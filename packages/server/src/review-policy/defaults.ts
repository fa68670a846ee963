import type { ReviewPolicyInput } from '@postlude/contract';

/**
 * What every store starts with: everything is asked, a review fourteen days after the delivery; every field of the form is
 * there and none has to be filled; nothing is given for a review, and none is public before staff have looked at it.
 */
export const defaultReviewPolicy: ReviewPolicyInput = {
  asks: {
    registration: true,
    review: true,
    media: true,
    referral: true,
    usageDays: 14,
    usage: [],
    freshWaitDays: 7,
    deliveredAfterDays: null,
    mediaDays: 3,
    endsAfterDays: 365,
  },
  form: {
    title: 'optional',
    text: 'optional',
    photos: 'optional',
    videos: 'optional',
    prosAndCons: 'optional',
    recommend: 'optional',
    prompts: [],
    scales: [],
    store: false,
    terms: null,
  },
  rewards: [],
  moderation: {
    publish: 'after_approval',
    words: [],
    flagLinks: true,
    flagContactData: true,
  },
  display: { unverified: true, sort: 'newest' },
};
