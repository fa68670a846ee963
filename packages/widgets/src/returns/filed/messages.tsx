import type { ReturnMessage } from '@postlude/contract';
import type { TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Link } from '../../kit/link.tsx';
import { Notice } from '../../kit/notice.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { Photos } from '../photos/photos.tsx';
import type { FiledState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { troubleText } from '../wording.ts';

/** The longest message, and the most files with it, that the wire takes. */
const longest = 4000;
const mostFiles = 10;

/** What shopper and store wrote each other; a question of the store stands above the answer. */
export function Messages({ ui, state }: { readonly ui: Ui; readonly state: FiledState }): VNode {
  const { filed } = state;
  const [isOpen, open] = useState(false);
  const isAsked = filed.question !== null;
  // The message that asks stands above the answer, and is not told twice.
  const last = filed.messages.at(-1);
  const asking =
    isAsked && last?.from === 'store' && last.text.includes(filed.question ?? '') ? last : undefined;
  const messages = filed.messages.filter((message) => message !== asking);
  return (
    <section class="section messages" part="messages">
      {messages.length > 0 ? (
        <>
          <h3 class="section-title">{ui.say('messages')}</h3>
          <ol class="message-list">
            {messages.map((message) => (
              <Message key={message.id} ui={ui} message={message} store={filed.store.name} />
            ))}
          </ol>
        </>
      ) : null}
      {isAsked ? (
        <Notice tone="warning" title={ui.say('question', { store: filed.store.name })}>
          <bdi>{asking?.text ?? filed.question}</bdi>
        </Notice>
      ) : null}
      {isAsked || isOpen ? (
        <MessageForm ui={ui} state={state} isAnswer={isAsked} onSent={() => open(false)} />
      ) : (
        <Button guard={ui.guard} kind="plain" onPress={() => open(true)}>
          {ui.say('message.write')}
        </Button>
      )}
    </section>
  );
}

interface MessageProps {
  readonly ui: Ui;
  readonly message: ReturnMessage;
  readonly store: string;
}

function Message({ ui, message: { at, from, text, uploads }, store }: MessageProps): VNode {
  return (
    <li class={`message from-${from}`} part="message">
      <span class="dots quiet">
        <strong>{from === 'store' ? <bdi>{store}</bdi> : <span>{ui.say('message.you')}</span>}</strong>
        <time dateTime={at}>{ui.format.moment(at)}</time>
      </span>
      <p class="message-text" dir="auto">
        {text}
      </p>
      {uploads.map(({ id, url }, index) => (
        <Link key={id} class="button plain" href={url} newTab={ui.t('new_window')}>
          <span>{ui.say('message.file', { n: index + 1 })}</span>
        </Link>
      ))}
    </li>
  );
}

interface MessageFormProps {
  readonly ui: Ui;
  readonly state: FiledState;
  readonly isAnswer: boolean;
  readonly onSent: () => void;
}

function MessageForm({ ui, state, isAnswer, onSent }: MessageFormProps): VNode {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { doing, trouble, photos } = state;
  const isSending = photos.some(({ state: at }) => at === 'preparing' || at === 'sending');
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    setMissing(!text.trim());
    if (!(await ui.model.sendMessage(text))) return;
    setText('');
    onSent();
  };
  return (
    <form class="form" part="form" noValidate onSubmit={ui.guard(submit)}>
      <TextArea
        guard={ui.guard}
        name="message"
        label={ui.say(isAnswer ? 'message.answer' : 'message.text')}
        error={isMissing && !text.trim() ? ui.say('message.missing') : undefined}
        value={text}
        required
        maxLength={longest}
        left={(n) => ui.say('note.left', { n })}
        onEdit={setText}
      />
      <Photos
        ui={ui}
        photos={photos}
        most={mostFiles}
        of={ui.say('message.text')}
        onAdd={ui.model.addMessagePhotos}
      />
      {trouble?.action === 'message' ? (
        <Notice tone="problem">{troubleText(ui, trouble.problem)}</Notice>
      ) : null}
      <div class="ways">
        <Button
          guard={ui.guard}
          kind={isAnswer ? 'primary' : 'secondary'}
          submit
          busy={doing !== null || isSending}
        >
          {ui.say(doing === 'message' ? 'sending' : 'message.send')}
        </Button>
      </div>
    </form>
  );
}
