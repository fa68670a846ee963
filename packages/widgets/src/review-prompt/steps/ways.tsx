import type { ReviewSubject } from '@postlude/contract';
import type { VNode } from 'preact';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ReadyState } from '../state.ts';
import { draftAt, keyOf, starsAreEnough } from '../subjects.ts';
import { troubleText, type Ui } from '../ui.ts';
import { Help } from './help.tsx';

/** What the parts of one subject's entry are given. */
export interface EntryPartProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly subject: ReviewSubject;
  readonly alone: boolean;
}

/** Under the stars of one: what went wrong, the ways on, and help beside them. */
export function Ways({ ui, state, subject, alone }: EntryPartProps): VNode {
  const { model } = ui;
  const { title } = subject;
  const key = keyOf(subject);
  const { stars } = draftAt(state, key);
  const trouble = state.troubles[key];
  const isBusy = state.doing !== null;
  const isSending = state.doing?.key === key;
  return (
    <>
      {trouble && !state.offline ? (
        <Notice tone="problem">
          <p>{troubleText(ui, trouble.problem)}</p>
          {trouble.problem.requestId ? (
            <p class="quiet">{ui.t('problem.id', { id: trouble.problem.requestId })}</p>
          ) : null}
        </Notice>
      ) : null}
      {stars || !alone ? (
        <div class="ways">
          {stars ? (
            <Button
              guard={ui.guard}
              kind="primary"
              busy={isBusy}
              label={ui.say('continue.of', { title })}
              onPress={() => model.write(key)}
            >
              {ui.say('continue')}
            </Button>
          ) : null}
          {stars && (trouble?.action === 'send' || starsAreEnough(subject, state.form)) ? (
            <Button
              guard={ui.guard}
              busy={isBusy}
              label={trouble || isSending ? undefined : ui.say('send.stars.of', { title })}
              onPress={() => model.send(key)}
            >
              {isSending ? ui.say('sending') : trouble ? ui.t('retry') : ui.say('send.stars')}
            </Button>
          ) : null}
          {alone ? null : (
            <Button
              guard={ui.guard}
              kind="plain"
              label={ui.say('skip.of', { title })}
              onPress={() => model.skip(key)}
            >
              {ui.say('skip')}
            </Button>
          )}
        </div>
      ) : null}
      {stars && stars <= 2 ? <Help ui={ui} state={state} /> : null}
    </>
  );
}
