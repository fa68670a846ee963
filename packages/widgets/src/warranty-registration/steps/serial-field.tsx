import type { PassportList } from '@postlude/contract';
import { readSerial, type SerialReading } from '@postlude/contract/serials';
import type { TargetedEvent, TargetedInputEvent, VNode } from 'preact';
import { Disclosure } from '../../kit/disclosure.tsx';
import { described, FieldError } from '../../kit/field-frame.tsx';
import { Icon } from '../../kit/icon.tsx';
import { pictureAddress } from '../../kit/link.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import { serialOf } from '../registering.ts';
import type { ReadyState, SerialMistake } from '../state.ts';
import type { Ui } from '../ui.ts';

interface SerialProps {
  readonly ui: Ui;
  readonly state: ReadyState;
  readonly item: PassportList['items'][number];
}

/** Asks for the serial number of an item, reads along while it is typed, and shows what it put right. */
export function SerialField({ ui, state, item }: SerialProps): VNode {
  const id = useUniqueId();
  const { serial: rule, passport } = item;
  const typed = serialOf(state, item);
  const reading = readSerial(typed, rule);
  const mistake = state.mistakes[passport.id] as SerialMistake | undefined;
  const error = mistakeText(ui, mistake, reading);
  const hint = rule.example ? ui.say('serial.example', { example: rule.example }) : undefined;
  const said = noticed(ui, typed, reading);
  const names = described(id, { hint, error });
  const set = (value: string): void => ui.model.setSerial(passport.id, value);
  return (
    <div class="field serial" part="field">
      <label for={id} part="label">
        {ui.say(rule.asked === 'required' ? 'serial.label' : 'serial.label.optional')}
        <span class="unseen">{ui.say('serial.of', { title: passport.title })}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        part="input"
        type="text"
        dir="ltr"
        name={`serial-${passport.id}`}
        value={typed}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={64}
        {...names}
        aria-describedby={`${names['aria-describedby'] ?? ''} ${id}-read`.trim()}
        onInput={ui.guard((event: TargetedInputEvent<HTMLInputElement>) => set(event.currentTarget.value))}
        // As it is kept: what was put right stands in the field when it is left.
        onChange={ui.guard((event: TargetedEvent<HTMLInputElement>) => {
          const { value, state: fit } = readSerial(event.currentTarget.value, rule);
          if (fit !== 'fits' || value === event.currentTarget.value) return;
          ui.said.value = { text: ui.say('serial.read', { value }) };
          set(value);
        })}
      />
      <p id={`${id}-read`} class={`serial-read ${said?.tone ?? ''}`}>
        {said ? (
          <>
            <Icon name={said.tone === 'success' ? 'check' : 'bang'} />
            <span>{said.text}</span>
          </>
        ) : null}
      </p>
      <FieldError id={id} error={error} />
      {mistake === 'taken' ? <Taken ui={ui} /> : null}
      {rule.where || pictureAddress(rule.imageUrl) ? (
        <Disclosure guard={ui.guard} label={ui.say('serial.where')}>
          {() => <Where ui={ui} item={item} />}
        </Disclosure>
      ) : null}
    </div>
  );
}

/** What is said under the field while it is typed. */
function noticed(
  ui: Ui,
  typed: string,
  reading: SerialReading,
): { readonly tone: 'success' | 'warning'; readonly text: string } | null {
  const { state, corrected, value, at } = reading;
  const [first] = corrected;
  if (state === 'empty') return null;
  if (state === 'wrong' && at !== null)
    return { tone: 'warning', text: ui.say('serial.wrong.at', { n: at + 1 }) };
  if (state === 'check_failed') return { tone: 'warning', text: ui.say('serial.check_failed') };
  if (first) {
    const { typed: was, meant } = first;
    return {
      tone: 'success',
      text: ui.say('serial.corrected', { n: corrected.length, typed: was, meant, value }),
    };
  }
  if (state !== 'fits') return null;
  return {
    tone: 'success',
    text: value === typed ? ui.say('serial.fits') : ui.say('serial.read', { value }),
  };
}

function mistakeText(
  ui: Ui,
  mistake: SerialMistake | undefined,
  { state }: SerialReading,
): string | undefined {
  if (!mistake) return undefined;
  // What is wrong with what stands there now may be another thing than what was sent.
  const code = (mistake === 'wrong' || mistake === 'missing') && state === 'check_failed' ? state : mistake;
  return ui.say(`serial.${code}`);
}

/** It is registered already: the ways to it, and never whose it is. */
function Taken({ ui }: { readonly ui: Ui }): VNode {
  return (
    <ul class="taken">
      <li>{ui.say('serial.taken.yours')}</li>
      <li>{ui.say('serial.taken.bought')}</li>
      <li>{ui.say('serial.taken.wrong')}</li>
    </ul>
  );
}

function Where({ ui, item }: Pick<SerialProps, 'ui' | 'item'>): VNode {
  const { where, imageUrl } = item.serial;
  const address = pictureAddress(imageUrl);
  return (
    <div class="serial-where">
      {where ? <p>{where}</p> : null}
      {address ? (
        <img
          src={address}
          alt={ui.say('serial.picture', { title: item.passport.title })}
          loading="lazy"
          decoding="async"
        />
      ) : null}
    </div>
  );
}
