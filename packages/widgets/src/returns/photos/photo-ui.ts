import type { Translate } from '../../kit/messages.ts';
import type { Words } from '../../order-session/words.ts';
import type { ReturnsTexts } from '../ui.ts';

/** The texts files are asked for with. Each widget that asks has its own, under these names. */
type PhotoTexts = Pick<
  ReturnsTexts,
  Extract<keyof ReturnsTexts, 'photos' | `photos.${string}` | 'photo' | `photo.${string}`>
>;

/** What photos need of the widget they are in. */
export interface PhotoUi extends Pick<Words, 'guard' | 'known' | 't' | 'said'> {
  readonly say: Translate<Omit<PhotoTexts, 'photos.count'>>;
  readonly model: { retryPhoto(id: string): void; removePhoto(id: string): void };
}
