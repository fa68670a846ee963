import { announcement } from '../announcement.ts';
import { mistakesText } from '../mistakes-text.ts';
import type { ReturnsNews } from '../state.ts';
import type { Ui } from '../ui.ts';
import { troubleText } from '../wording.ts';

/** What is said aloud where the first screen has no words of its own. */
export function laterAnnouncement(ui: Ui, news: ReturnsNews): string {
  const state = ui.model.state.peek();
  if (state.kind === 'choosing') {
    if (news.code === 'trouble' && state.trouble) return troubleText(ui, state.trouble);
    if (news.code === 'mistakes') return mistakesText(ui, state).join(' ');
    // The step came before its words.
    return announcement(ui, news) ?? '';
  }
  if (state.kind !== 'filed') return '';
  if (news.code === 'trouble' && state.trouble) return troubleText(ui, state.trouble.problem);
  if (news.code === 'message_sent' || news.code === 'parcel_told') return ui.known(news.code) ?? '';
  const shows = news.code === 'filed' || news.code === 'status_changed' || news.code === 'return_shown';
  return shows ? (ui.known(`filed.title.${state.filed.status}`) ?? '') : '';
}
