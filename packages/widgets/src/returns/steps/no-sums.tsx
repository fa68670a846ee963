import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import type { ChoosingState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { troubleText } from '../wording.ts';

/** What stands where sums will be: bars while they are on their way, and a way on when they do not come. */
export function NoSums({ ui, state }: { readonly ui: Ui; readonly state: ChoosingState }): VNode {
  const { problem } = state.quoted;
  if (!problem) return <Skeleton bars={['thing', 'thing', 'thing']} />;
  return (
    <Notice tone="problem">
      <p>{troubleText(ui, problem)}</p>
      <Button guard={ui.guard} kind="plain" onPress={ui.model.askAgain}>
        {ui.t('retry')}
      </Button>
    </Notice>
  );
}
