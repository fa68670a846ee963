import type { FoundProduct } from '@postlude/contract';
import { isGtin } from '@postlude/contract/gs1';
import type { TargetedInputEvent, VNode } from 'preact';
import { Choice } from '../../kit/choice.tsx';
import { described, FieldFrame } from '../../kit/field-frame.tsx';
import { Picture } from '../../kit/picture.tsx';
import { useUniqueId } from '../../kit/unique-id.ts';
import type { ElsewhereState } from '../state.ts';
import type { Ui } from '../ui.ts';
import { Scanner } from './scanner.tsx';

interface ProductProps {
  readonly ui: Ui;
  readonly state: ElsewhereState;
}

/** Which product it is: by words, by the number under its barcode, or by the camera. */
export function Product({ ui, state }: ProductProps): VNode {
  const { query, search, product, mistakes } = state;
  const id = useUniqueId();
  const digits = query.replace(/[\s-]/g, '');
  const isWrong = /^(\d{8}|\d{12,14})$/.test(digits) && !isGtin(digits);
  const error = mistakes.product && !product ? ui.say('product.missing') : undefined;
  const hint = ui.say('product.hint');
  const isChosenFound = product && search.items.some((one) => keyOf(one) === keyOf(product));
  const found = product && !isChosenFound ? [product, ...search.items] : search.items;
  return (
    <>
      <FieldFrame id={id} label={ui.say('product.label')} hint={hint} error={error}>
        <input
          id={id}
          name="product"
          part="input"
          type="search"
          dir="auto"
          enterKeyHint="search"
          value={query}
          autocomplete="off"
          spellcheck={false}
          maxLength={500}
          {...described(id, { hint, error })}
          onInput={ui.guard((event: TargetedInputEvent<HTMLInputElement>) =>
            ui.model.setQuery(event.currentTarget.value),
          )}
        />
      </FieldFrame>
      <Scanner ui={ui} />
      {isWrong ? <p class="error">{ui.say('product.wrong_code')}</p> : null}
      {search.state === 'searching' ? <p class="quiet">{ui.say('product.searching')}</p> : null}
      {search.state === 'failed' ? <p class="error">{ui.say('product.failed')}</p> : null}
      {search.state === 'found' && search.items.length === 0 ? <p>{ui.say('product.none')}</p> : null}
      {found.length > 0 ? (
        <Choice
          guard={ui.guard}
          legend={ui.say('product.choose')}
          options={found.map((one) => ({
            value: keyOf(one),
            label: (
              <span class="found">
                <Picture address={one.imageUrl} guard={ui.guard} />
                <bdi>{one.title}</bdi>
              </span>
            ),
            about: one.variant ? <bdi>{one.variant}</bdi> : undefined,
          }))}
          value={product ? keyOf(product) : null}
          onChoose={(key) => {
            const chosen = found.find((one) => keyOf(one) === key);
            if (chosen) ui.model.choose(chosen);
          }}
        />
      ) : null}
    </>
  );
}

const keyOf = ({ productId, variantId }: FoundProduct): string => `${productId} ${variantId ?? ''}`;
