import { heights } from './room.ts';
import { type WidgetName, widgetNames } from './widget.ts';

/** Numbers of parcels a page's style can tell apart; more keep the room of the last. */
const counts = [2, 3, 4, 5, 6];

const room = (height: number) => `::before{padding-top:${height}px}`;

function reserve(name: WidgetName): string {
  const tag = `postlude-${name}`;
  const [form = 0, proven = form, each = 0] = heights[name].map(Number);
  const waiting = `:is(${tag}:not(:defined),[data-postlude=${name}]:not(:has(${tag}:defined)))`;
  const parcels = each
    ? counts.map(
        (count) => `&:is([parcels="${count}"],[data-parcels="${count}"])${room(proven + each * (count - 1))}`,
      )
    : [];
  return (
    `:is(${tag},[data-postlude=${name}]):not([hidden]){display:flow-root}` +
    `${waiting}::before{content:"";float:left;padding-top:${form}px}` +
    `${waiting}:is([proof],[data-proof]){&${room(proven)}${parcels.join('')}}`
  );
}

/**
 * What has room of its own, before and after. An ask that is always there: what registers the tags knows no attribute of one widget. And
 * the reviews, of which nobody knows how many there are: a screen, below which nothing is seen, until the list says how much it needs.
 */
const always = [
  [':is(postlude-review-prompt[mode=always],[data-postlude=review-prompt][data-mode=always])', '444px'],
  [':is(postlude-referral:not([mode=ask]),[data-postlude=referral]:not([data-mode=ask]))', '480px'],
  [':is(postlude-reviews,[data-postlude=reviews])', 'var(--postlude-room,max(444px,100vh))'],
] as const;

const keep = ([tags, height]: (typeof always)[number]) =>
  `${tags}:not([hidden])::before{content:"";float:left;padding-top:${height}!important}`;

/**
 * A line for the page's own style sheet, so that nothing moves when a widget appears: it keeps the room until the script
 * has run, for the tag and for the `div` that stands for it. Afterwards the element does so itself.
 */
export const reserveCss: string = widgetNames.map(reserve).join('') + always.map(keep).join('');
