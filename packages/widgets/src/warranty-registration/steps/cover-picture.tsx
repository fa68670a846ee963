import type { Cover } from '@postlude/contract';
import type { VNode } from 'preact';
import { coverName } from '../cover-words.ts';
import type { Ui } from '../ui.ts';
import { type Scale, type Stretch, scaleOf } from './cover-scale.ts';
import { CoverWords } from './cover-words-list.tsx';

/** Pixels: one bar, and from one to the next. */
const tall = 14;
const apart = 26;

/** What stands behind an item: a picture of time, and the same in words. Each kind has a pattern of its own, not only a colour. */
export function CoverPicture({ ui, covers }: { readonly ui: Ui; readonly covers: readonly Cover[] }): VNode {
  const scale = scaleOf(covers, ui.model.now());
  const drawn = scale.bars.filter(({ stretches }) => stretches.length > 0);
  return (
    <div class="covers" part="covers">
      {drawn.length > 0 ? (
        <>
          <Bars scale={scale} bars={drawn} label={ui.say('picture.alt')} />
          <p class="scale-ends quiet">
            <span>{ui.format.shortDay(scale.start)}</span>
            <span>{drawn.some(({ endless }) => endless) ? '∞' : ui.format.shortDay(scale.end)}</span>
          </p>
          <p class="today-line quiet">
            <Swatch kind="today" />
            <span>{ui.say('today', { date: ui.format.day(scale.now) })}</span>
          </p>
        </>
      ) : null}
      <ul class="cover-list">
        {covers.map((cover) => (
          <li key={cover.rule} class="cover">
            <h4 class="cover-name">
              <Swatch kind={cover.kind} />
              <bdi>{coverName(ui, cover)}</bdi>
            </h4>
            <CoverWords ui={ui} cover={cover} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface BarsProps {
  readonly scale: Scale;
  readonly bars: Scale['bars'];
  readonly label: string;
}

function Bars({ scale, bars, label }: BarsProps): VNode {
  const height = bars.length * apart;
  const today = `${scale.today}%`;
  return (
    <svg class="cover-picture" width="100%" height={height + 6} role="img" aria-label={label}>
      {bars.map(({ cover, stretches }, index) => {
        const y = index * apart + (apart - tall) / 2 + 3;
        return (
          <g key={cover.rule} class={`bar-of ${cover.kind} ${cover.state}`}>
            <rect class="track" x="0" y={y} width="100%" height={tall} rx={tall / 2} />
            {stretches.map((stretch) => (
              <Part key={stretch.from} stretch={stretch} y={y} />
            ))}
          </g>
        );
      })}
      <line class="today-ground" x1={today} x2={today} y1="0" y2="100%" />
      <line class="today" x1={today} x2={today} y1="0" y2="100%" />
    </svg>
  );
}

/** Filled, lighter, or in stripes. */
function Part({ stretch, y }: { readonly stretch: Stretch; readonly y: number }): VNode {
  const { kind, from, to } = stretch;
  if (kind !== 'extension')
    return <rect class={kind} x={`${from}%`} y={y} width={`${to - from}%`} height={tall} rx={3} />;
  const middle = y + tall / 2;
  return <line class="extension" x1={`${from}%`} x2={`${to}%`} y1={middle} y2={middle} />;
}

/** A sample of how something is drawn. */
function Swatch({ kind }: { readonly kind: Cover['kind'] | 'today' }): VNode {
  return (
    <svg class="swatch" width="18" height="14" aria-hidden="true">
      {kind === 'today' ? (
        <line class="today" x1="9" x2="9" y1="0" y2="14" />
      ) : (
        <g class={`bar-of ${kind} active`}>
          <rect class="strong" y="2" width="18" height="10" rx="3" />
        </g>
      )}
    </svg>
  );
}
