import { journeyStories } from './journey-stories.ts';
import { parcelStories } from './parcel-stories.ts';
import { referralStories } from './referral-stories.ts';
import { returnStories } from './return-stories.ts';
import { reviewStories } from './review-stories.ts';
import type { Story } from './story.ts';
import { troubleStories } from './trouble-stories.ts';
import { warrantyStories } from './warranty-stories.ts';

/** Every state an order can be in. The order of the list is that of the order numbers, so new ones go to the end. */
export const stories: readonly Story[] = [
  ...parcelStories,
  ...troubleStories,
  ...journeyStories,
  ...returnStories,
  ...warrantyStories,
  ...reviewStories,
  ...referralStories,
];
