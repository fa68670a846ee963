import type { Passport } from '@postlude/contract';
import type { VNode } from 'preact';
import { Picture } from '../../kit/picture.tsx';
import type { Ui } from '../ui.ts';

/** Which thing it is. */
export function Thing({ ui, passport }: { readonly ui: Ui; readonly passport: Passport }): VNode {
  const { title, variant, unit, units, serial } = passport;
  return (
    <div class="item">
      <Picture address={passport.imageUrl} guard={ui.guard} />
      <div class="words">
        <h3 class="name">
          <bdi>{title}</bdi>
        </h3>
        {variant ? (
          <p class="quiet">
            <bdi>{variant}</bdi>
          </p>
        ) : null}
        {units > 1 ? <p class="quiet">{ui.say('unit', { n: unit, total: units })}</p> : null}
        {serial ? <p class="quiet">{ui.say('serial', { serial })}</p> : null}
      </div>
    </div>
  );
}
