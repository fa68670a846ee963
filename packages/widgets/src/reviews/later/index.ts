import { css as form } from '../../kit/form.css';
import type { LaterScreens } from '../seam.ts';
import { css as own } from './later.css';
import { Lightbox } from './lightbox.tsx';
import { Report } from './report.tsx';

export { english as reviewsLaterEnglish } from '../reviews-later.messages.ts';

/** What a list of reviews loads when it is asked for. */
export const laterScreens: LaterScreens = { Lightbox, Report, styles: [form, own] };
