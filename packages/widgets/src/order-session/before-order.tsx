import type { VNode } from 'preact';
import { Failure } from './failure.tsx';
import { Lookup } from './lookup.tsx';
import type { OpeningState } from './state.ts';
import { Loading, Waiting } from './waiting.tsx';
import type { LookupActions } from './widget-model.ts';
import type { SessionUi } from './words.ts';

/** What these parts can do with the model. */
type OpeningUi = SessionUi & { readonly model: LookupActions & { refresh(): void } };

/** Everything there is to see before an order is there. */
export function BeforeOrder({ ui, state }: { readonly ui: OpeningUi; readonly state: OpeningState }): VNode {
  switch (state.kind) {
    case 'loading':
      return <Loading ui={ui} />;
    case 'waiting':
      return <Waiting ui={ui} state={state} />;
    case 'lookup':
      return <Lookup ui={ui} state={state} />;
    case 'failed': {
      const { problem } = state;
      const { refresh, lookUp } = ui.model;
      return <Failure ui={ui} problem={problem} retry={problem.retryable ? refresh : null} lookUp={lookUp} />;
    }
  }
}

/** What is shown when drawing failed; `retry` draws again. */
export const notDrawn =
  (ui: OpeningUi) =>
  (retry: () => void): VNode => (
    <Failure
      ui={ui}
      problem={{ code: 'other', retryable: true, requestId: null, retryAt: null }}
      retry={retry}
      lookUp={() => {
        ui.model.lookUp();
        retry();
      }}
    />
  );
