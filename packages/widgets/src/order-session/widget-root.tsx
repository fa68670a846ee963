import { effect, type ReadonlySignal } from '@preact/signals';
import type { ComponentChildren, Ref, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import type { Reporter } from '../kit/guard.ts';
import { LiveRegion } from '../kit/live-region.tsx';
import type { Theme } from '../kit/theme.ts';
import type { Words } from './words.ts';

interface WidgetRootProps<News> {
  readonly ui: Words;
  /** Its element, for whoever leads the focus. */
  readonly root: Ref<HTMLDivElement>;
  readonly theme: Theme | undefined;
  readonly report: Reporter | undefined;
  /** More classes of its element. */
  readonly class?: string | undefined;
  readonly news: ReadonlySignal<News | null>;
  /** What is said aloud for a piece of news; nothing for one that says itself. */
  readonly announce: (news: News) => string | null | undefined;
  /** What is shown when drawing failed. */
  readonly fallback: (retry: () => void) => VNode;
  readonly children: ComponentChildren;
}

/** What every widget stands in: its theme and language, what says news aloud, and the wall that errors of drawing stop at. */
export function WidgetRoot<News extends object>(props: WidgetRootProps<News>): VNode {
  const { ui, root, theme = 'auto', report, news, announce, fallback, children } = props;
  // After the first paint, when the region is there to be heard.
  useEffect(
    () =>
      effect(() => {
        const now = news.value;
        const text = now && announce(now);
        if (text) ui.said.value = { text };
      }),
    [ui],
  );
  return (
    <div
      ref={root}
      class={props.class ? `root ${props.class}` : 'root'}
      part="root"
      data-theme={theme}
      lang={ui.locale}
      dir={ui.direction}
    >
      <LiveRegion said={ui.said} />
      <ErrorBoundary report={report} fallback={fallback}>
        {children}
      </ErrorBoundary>
    </div>
  );
}
