// The recalls above a widget for the harness's page.
import { css as kit } from '../src/kit/kit.css';
import { css as tokens } from '../src/kit/tokens.css';
import { css as orderSession } from '../src/order-session/order-session.css';
import { Recalls, recallsStyles } from '../src/recalls/index.ts';
import type { RecallsModel, RecallsState } from '../src/recalls/recalls.model.ts';
import { sampleRecall } from '../src/recalls/samples.ts';
import { galleryWidget } from './gallery-widget.tsx';

const ready = { kind: 'ready', sending: null, failed: null } as const;
const read = { at: '2026-11-24T10:00:00.000Z', remedy: null };
const other = { id: `rcl_${'2'.repeat(32)}` } as const;

const states: Readonly<Record<string, RecallsState>> = {
  new: { ...ready, recalls: [sampleRecall()] },
  sending: { ...ready, recalls: [sampleRecall()], sending: sampleRecall().id },
  'not-sent': { ...ready, recalls: [sampleRecall({ imageUrl: null })], failed: sampleRecall().id },
  read: { ...ready, recalls: [sampleRecall({ acknowledged: read })] },
  chosen: { ...ready, recalls: [sampleRecall({ acknowledged: { ...read, remedy: 'refund' } })] },
  two: { ...ready, recalls: [sampleRecall({ ...other, acknowledged: read }), sampleRecall()] },
  'not-here': { kind: 'failed' },
};

/** The notices of recalls. */
export const recalls = galleryWidget(
  'recalls',
  [tokens, kit, orderSession, recallsStyles],
  states,
  (state, look) => {
    const model = {
      state: { value: state, peek: () => state },
      refresh() {},
      answer() {},
      dispose() {},
    } as unknown as RecallsModel;
    return { model, view: <Recalls model={model} {...look} /> };
  },
);
