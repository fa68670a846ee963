import type { Cover } from '@postlude/contract';
import type { VNode } from 'preact';
import { Disclosure } from '../../kit/disclosure.tsx';
import type { Ui } from '../ui.ts';

interface CoverProps {
  readonly ui: Ui;
  readonly cover: Cover;
}

/** A cover in words: until when, how that came about, and what it holds. */
export function CoverWords({ ui, cover }: CoverProps): VNode {
  const { kind, country, burdenUntil, sum, covers, excludes, benefits } = cover;
  const lines = [
    kind === 'warranty'
      ? null
      : country
        ? ui.say('words.guarantee.of', { country: ui.format.country(country) })
        : ui.say('words.guarantee'),
    burdenUntil && cover.state === 'active'
      ? ui.say('words.burden', { date: ui.format.day(burdenUntil) })
      : null,
    sum ? ui.say(`words.sum.${sum.fromKind}`, { n: sum.months, date: ui.format.day(sum.from) }) : null,
    ...(sum?.extensions ?? []).map(({ reason, months, until }) =>
      ui.say(`words.plus.${reason}`, { n: months, date: ui.format.day(until) }),
    ),
    ...benefits.map(({ kind: benefit, total, left }) =>
      total === null || left === null
        ? ui.say(`benefit.${benefit}`)
        : ui.say(`benefit.${benefit}.left`, { left, total }),
    ),
  ];
  return (
    <>
      <p class="cover-until">{untilText(ui, cover)}</p>
      {lines.map((line) =>
        line ? (
          <p key={line} class="quiet">
            {line}
          </p>
        ) : null,
      )}
      {covers.length + excludes.length > 0 ? (
        <Disclosure guard={ui.guard} label={ui.say('what.covered')}>
          {() => (
            <div class="covered">
              <Sentences title={ui.say('words.covers')} of={covers} />
              <Sentences title={ui.say('words.excludes')} of={excludes} />
            </div>
          )}
        </Disclosure>
      ) : null}
    </>
  );
}

function Sentences({ title, of }: { readonly title: string; readonly of: readonly string[] }): VNode | null {
  if (of.length === 0) return null;
  return (
    <div>
      <p class="sentences-title">{title}</p>
      <ul class="sentences">
        {of.map((sentence) => (
          <li key={sentence}>
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function untilText(ui: Ui, { state, until, lifetime }: Cover): string {
  if (state === 'active' && lifetime) return ui.say('words.lifetime');
  if (state === 'active' && until) return ui.say('words.until', { date: ui.format.day(until) });
  if (state === 'ended' && until) return ui.say('words.ended', { date: ui.format.day(until) });
  return ui.say(state === 'upcoming' || state === 'not_registered' ? `words.${state}` : 'words.unknown');
}
