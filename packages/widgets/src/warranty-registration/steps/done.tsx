import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { openItems } from '../open-items.ts';
import type { ReadyState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { CoverPicture } from './cover-picture.tsx';
import { Papers } from './papers.tsx';
import { Thing } from './thing.tsx';
import { Why } from './why.tsx';

/** What was registered just now: what stands behind it until when, and the papers to keep. */
export function Done({ ui, state }: { readonly ui: Ui; readonly state: ReadyState }): VNode {
  const { list, shown } = state;
  const items = list.items.filter(({ passport }) => shown.includes(passport.id));
  const isPending = items.some(({ passport }) => passport.registration?.status === 'pending');
  const left = openItems(list).length;
  return (
    <section class="card" part="card">
      <div class={isPending ? 'hero progress' : 'hero success'}>
        <span class="badge" part="badge">
          <Icon name={isPending ? 'clock' : 'check'} />
        </span>
        <div class="words">
          <h2 class="headline" part="headline" tabIndex={-1}>
            {isPending ? ui.say('done.pending') : ui.say('done.title', { n: items.length })}
          </h2>
          <p class="quiet">{ui.say(isPending ? 'done.pending.about' : 'done.about')}</p>
        </div>
      </div>
      {items.map((item) => (
        <article key={item.passport.id} class="passport" part="item">
          <Thing ui={ui} passport={item.passport} />
          <Why ui={ui} item={item} />
          <CoverPicture ui={ui} covers={item.passport.covers} />
          <Papers ui={ui} passport={item.passport} />
        </article>
      ))}
      <div class="ways">
        <Button guard={ui.guard} kind="primary" onPress={ui.model.toItems}>
          {left > 0 ? ui.say('done.more', { n: left }) : ui.say('done.items')}
        </Button>
        <Button guard={ui.guard} onPress={ui.model.toStart}>
          {ui.say('done.another')}
        </Button>
      </div>
    </section>
  );
}
