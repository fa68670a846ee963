import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Checkbox } from './checkbox.tsx';
import { Choice } from './choice.tsx';
import { Confirm } from './confirm.tsx';
import { createGuard } from './guard.ts';
import { Notice } from './notice.tsx';
import { Quantity } from './quantity.tsx';
import { StepHeading } from './step-heading.tsx';
import { TextArea } from './text-area.tsx';

afterEach(cleanup);

const guard = createGuard(undefined);

describe('a choice', () => {
  const options = [
    { value: 'refund', label: 'Refund', aside: '€20.00', more: <p>To your card</p> },
    { value: 'credit', label: 'Store credit', about: 'With a bonus' },
    { value: 'swap', label: 'Exchange', about: 'Sold out', closed: true },
  ] as const;

  it('is a named group of radio buttons whose names belong together', () => {
    render(
      <Choice
        guard={guard}
        legend="What would you like?"
        options={options}
        value="refund"
        onChoose={vi.fn()}
      />,
    );
    expect(screen.getByRole('radiogroup', { name: 'What would you like?' })).toBeTruthy();
    const radios = screen.getAllByRole('radio') as HTMLInputElement[];
    expect(radios.map(({ checked }) => checked)).toEqual([true, false, false]);
    expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
    expect(radios[2]?.disabled).toBe(true);
  });

  it('tells what was chosen, and shows what more there is of it alone', () => {
    const choose = vi.fn();
    render(<Choice guard={guard} legend="What?" options={options} value={null} onChoose={choose} />);
    expect(screen.queryByText('To your card')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Store credit' }));
    expect(choose.mock.calls).toEqual([['credit']]);
  });

  it('ties what is said about an option, and what is wrong with the choice, to their inputs', () => {
    const { container } = render(
      <Choice
        guard={guard}
        legend="What?"
        options={options}
        value={null}
        error="Choose one."
        onChoose={vi.fn()}
      />,
    );
    const textOf = (element: Element | null | undefined) =>
      container.querySelector(`[id="${element?.getAttribute('aria-describedby')}"]`)?.textContent;
    expect(textOf(screen.getByRole('radio', { name: 'Exchange' }))).toBe('Sold out');
    expect(textOf(screen.getByRole('radiogroup'))).toBe('Choose one.');
    expect(screen.getByRole('radiogroup').getAttribute('aria-invalid')).toBe('true');
  });

  it('two groups of one page do not share a name', () => {
    const group = <Choice guard={guard} legend="What?" options={options} value={null} onChoose={vi.fn()} />;
    render(
      <>
        {group}
        {group}
      </>,
    );
    const names = (screen.getAllByRole('radio') as HTMLInputElement[]).map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });
});

describe('a quantity', () => {
  function setUp(start = 1, max = 3) {
    const told = vi.fn();
    const said = vi.fn();
    function Held() {
      const [value, keep] = useState(start);
      const change = (next: number) => {
        told(next);
        keep(next);
      };
      return (
        <Quantity
          guard={guard}
          label="Quantity of Lamp"
          value={value}
          min={0}
          max={max}
          less="One Lamp less"
          more="One Lamp more"
          onChange={change}
          announce={said}
        />
      );
    }
    render(<Held />);
    return {
      told,
      said,
      input: screen.getByRole('spinbutton', { name: 'Quantity of Lamp' }) as HTMLInputElement,
    };
  }

  it('goes up and down within its limits, and says each number', async () => {
    const { told, said, input } = setUp();
    fireEvent.click(screen.getByRole('button', { name: 'One Lamp more' }));
    await vi.waitFor(() => expect(input.value).toBe('2'));
    fireEvent.click(screen.getByRole('button', { name: 'One Lamp more' }));
    await vi.waitFor(() => expect(input.value).toBe('3'));
    const more = screen.getByRole('button', { name: 'One Lamp more' });
    expect(more.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(more);
    expect(told.mock.calls).toEqual([[2], [3]]);
    expect(said.mock.calls).toEqual([[2], [3]]);
  });

  it('takes a typed number, and leaves half a one alone until the field is left', async () => {
    const { told, input } = setUp();
    fireEvent.input(input, { target: { value: '' } });
    expect(told).not.toHaveBeenCalled();
    fireEvent.change(input, { target: { value: '' } });
    expect(input.value).toBe('1');
    fireEvent.input(input, { target: { value: '2' } });
    expect(told.mock.calls).toEqual([[2]]);
  });

  it('makes the nearest that there is of too many, too few and parts', () => {
    const { told, input } = setUp();
    for (const typed of ['99', '-4', '1.6']) {
      fireEvent.input(input, { target: { value: typed } });
      fireEvent.change(input, { target: { value: typed } });
    }
    expect(told.mock.calls).toEqual([[3], [0], [2]]);
  });
});

describe('a text of several lines', () => {
  it('tells what is typed, and says what is left when it becomes little', () => {
    const edit = vi.fn();
    const area = (value: string) => (
      <TextArea
        guard={guard}
        name="note"
        label="Note"
        hint="What happened?"
        value={value}
        maxLength={10}
        left={(count) => `${count} left`}
        onEdit={edit}
      />
    );
    const { rerender } = render(area('short'));
    expect(screen.queryByText(/left$/)).toBeNull();
    rerender(area('nearly it.'.slice(0, 9)));
    expect(screen.getByText('1 left')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'x' } });
    expect(edit.mock.calls).toEqual([['x']]);
  });
});

describe('a checkbox', () => {
  it('is named by its label alone, described by its hint and its error, and tells what it became', () => {
    const change = vi.fn();
    const { container } = render(
      <Checkbox
        guard={guard}
        name="all"
        label="Everything"
        hint="All items"
        error="Please tick."
        checked={false}
        onChange={change}
      />,
    );
    const box = screen.getByRole('checkbox', { name: 'Everything' });
    const about = `${box.getAttribute('aria-describedby')}`.split(' ');
    expect(about.map((id) => container.querySelector(`[id="${id}"]`)?.textContent)).toEqual([
      'Please tick.',
      'All items',
    ]);
    fireEvent.click(box);
    expect(change.mock.calls).toEqual([[true]]);
  });
});

describe('a question before something is done', () => {
  function ask() {
    const done = vi.fn();
    render(
      <Confirm
        guard={guard}
        label="Cancel return"
        question="Cancel it?"
        about="The label stops working."
        yes="Yes, cancel"
        no="Keep it"
        onConfirm={done}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Cancel return' }));
    return done;
  }

  it('takes the focus when it is asked, and does nothing until it is answered', async () => {
    const done = ask();
    const group = await screen.findByRole('group', { name: 'Cancel it?' });
    await vi.waitFor(() => expect(group.contains(document.activeElement)).toBe(true));
    expect(done).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Yes, cancel' }));
    expect(done).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the other button', () => fireEvent.click(screen.getByRole('button', { name: 'Keep it' }))],
    ['Escape', () => fireEvent.keyDown(screen.getByRole('group'), { key: 'Escape' })],
  ])('is taken back by %s, and the focus is on its button again', async (_, takeBack) => {
    const done = ask();
    await screen.findByRole('group');
    takeBack();
    const button = await screen.findByRole('button', { name: 'Cancel return' });
    await vi.waitFor(() => expect(document.activeElement).toBe(button));
    expect(done).not.toHaveBeenCalled();
  });
});

it('a notice is a sign and words', () => {
  const { container } = render(
    <Notice tone="warning" title="Past its day">
      But ask the store.
    </Notice>,
  );
  expect(container.textContent).toBe('Past its dayBut ask the store.');
  expect(container.querySelector('.warning svg[aria-hidden]')).toBeTruthy();
});

it('the heading of a step says in words where on the way it is, and can take the focus', () => {
  render(<StepHeading title="Why?" progress="Step 2 of 5" step={2} total={5} />);
  expect(screen.getByText('Step 2 of 5')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Why?' }).tabIndex).toBe(-1);
  expect(document.querySelectorAll('.gone')).toHaveLength(2);
  expect(document.querySelector('.way')?.getAttribute('aria-hidden')).toBe('true');
});
