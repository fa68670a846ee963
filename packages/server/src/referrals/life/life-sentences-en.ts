import type { LifeSentences } from './life-sentences.ts';

/** English. */
export const english: LifeSentences = {
  advocate: {
    standing: {
      clicked: 'Somebody followed your link.',
      claimed: 'Your friend took the offer and has not ordered yet.',
      ordered: 'Your friend has ordered. The order is not paid yet.',
      qualified: 'Your friend’s order counts.',
    },
    returnsOpen: (day) =>
      day === null
        ? 'Waiting: your friend can still return the order.'
        : `Waiting until ${day}: your friend can still return the order.`,
    holdDays: (day) => (day === null ? 'Waiting for a few days.' : `Waiting until ${day}.`),
    flagged: (day) =>
      day === null
        ? 'The shop is having a look at this one.'
        : `The shop is having a look at this one, until ${day} at the latest.`,
    ended: {
      looks_wrong: 'The shop had a look at this one and does not count it.',
      by_store: 'The shop had a look at this one and does not count it.',
      own_order: 'This was an order of your own.',
      existing_customer: 'Only a first order counts, and this was not one.',
      already_referred: 'Each friend counts once, and this one counts already.',
      minimum_not_reached: 'The order was below the minimum.',
      country_closed: 'The offer does not hold in the country the order goes to.',
      currency_closed: 'The offer does not hold in the currency of the order.',
      advocate_full: 'You had reached the most friends this offer rewards.',
      month_full: 'You had reached the most friends this offer rewards in a month.',
      programme_full: 'The offer had been used up.',
      ordered_too_late: 'The order came after the time of the offer.',
      advocate_blocked: 'The shop does not count your recommendations at present.',
      ran_out: 'No order came in the time of the offer.',
      order_cancelled: 'The order was cancelled.',
      order_refunded: 'The order was sent back or refunded.',
      below_minimum: 'What is left of the order is below the minimum.',
    },
  },
  staff: {
    standing: {
      clicked: 'The link was followed; the offer was not taken.',
      claimed: 'The friend took the offer and has not ordered yet.',
      ordered: 'The friend has ordered; the order is not paid yet.',
      qualified: 'It counts.',
    },
    returnsOpen: (day) =>
      day === null
        ? 'It waits: the friend can still return or withdraw, until a day that is not known yet.'
        : `It waits until ${day}: the friend can still return or withdraw.`,
    holdDays: (day) => (day === null ? 'It waits for some days.' : `It waits until ${day}.`),
    flagged: (day) =>
      day === null
        ? 'Something looks wrong: you decide.'
        : `Something looks wrong: you decide, until ${day}.`,
    ended: {
      looks_wrong: 'it looks wrong',
      by_store: 'staff decided so',
      own_order: 'the order is the advocate’s own',
      existing_customer: 'the friend had ordered before',
      already_referred: 'the friend counts by another order already',
      minimum_not_reached: 'the order was below the minimum',
      country_closed: 'the programme does not hold in the country the order goes to',
      currency_closed: 'the programme does not hold in the currency of the order',
      advocate_full: 'the advocate has as many friends as are rewarded',
      month_full: 'the advocate has as many friends as are rewarded in a month',
      programme_full: 'the programme has as many friends as are rewarded',
      ordered_too_late: 'the order came after the time of the offer',
      advocate_blocked: 'the advocate is shut out',
      ran_out: 'no order came in the time of the offer',
      order_cancelled: 'the order was cancelled',
      order_refunded: 'the order was sent back or refunded',
      below_minimum: 'what is left of the order is below the minimum',
    },
  },
  reward: {
    advocate: {
      earned: 'You have earned it. It is being made ready.',
      issued: 'It is ready.',
      sent: 'It is ready to be used.',
      redeemed: 'You have used it.',
      failed: 'You have earned it. It takes a little longer than usual; the shop knows.',
      revoked: 'It was taken back, because the order it was for does not count any more.',
    },
    friend: {
      earned: 'It is yours. It is being made ready.',
      issued: 'It is ready.',
      sent: 'It is ready to be used.',
      redeemed: 'You have used it.',
      failed: 'It is yours. It takes a little longer than usual; the shop knows.',
      revoked: 'It cannot be used any more.',
    },
  },
  story: {
    clicked: 'The link was followed.',
    claimed: 'The friend took the offer.',
    ordered: {
      friend_code: 'The friend ordered, with their own code.',
      advocate_code: 'The friend ordered, with the advocate’s code.',
      claim_id: 'The friend ordered; the shop’s page told of the claim.',
      email: 'The friend ordered, with the e-mail address of the claim.',
      staff: 'The order was linked by hand.',
    },
    held: (day) => (day === null ? 'It waits until nothing can be returned.' : `It waits until ${day}.`),
    flagged: (score, day) =>
      day === null
        ? `Something looks wrong (score ${score}).`
        : `Something looks wrong (score ${score}); staff decide until ${day}.`,
    qualified: 'It counts.',
    refused: (why) => `It does not count: ${why}.`,
    voided: (why) => `It does not count any more: ${why}.`,
    approved: 'Staff found it right.',
    linked: 'Staff linked the order.',
    changed: 'Something about it was changed.',
    note: (sentence, note) => `${sentence} “${note}”`,
  },
};
