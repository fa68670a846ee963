import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ready, show } from '../testing-view.tsx';

afterEach(cleanup);

describe('a parcel', () => {
  it('shows its steps in words', () => {
    show(ready('arrives-on'));
    const items = screen.getAllByRole('listitem').slice(0, 5);
    expect(items.map((item) => item.querySelector('.unseen')?.textContent)).toEqual([
      'Ordered: done',
      'Shipped: done',
      'On its way: now',
      'Out for delivery: still to come',
      'Delivered: still to come',
    ]);
    expect(items[2]?.getAttribute('aria-current')).toBe('step');
  });

  it('shows its things with their quantities, and a sign where a picture does not come', () => {
    const { container } = show(ready('arrives-on'));
    expect(screen.getByText('Stoneware mug')).toBeTruthy();
    expect(screen.getByText('Quantity 2')).toBeTruthy();
    const picture = container.querySelector('img');
    expect(picture?.getAttribute('alt')).toBe('');
    if (picture) fireEvent.error(picture);
    expect(container.querySelectorAll('img')).toHaveLength(1);
  });

  it('links to the carrier in a new tab and says so', () => {
    show(ready('arrives-on'));
    const link = screen.getByRole('link', { name: /Track with DHL.*\(opens in a new tab\)/ });
    expect(link.getAttribute('href')).toContain('00340434161094042557');
  });

  it('copies its number and says so', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show(ready('arrives-on'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy: Tracking number' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(writeText).toHaveBeenCalledWith('00340434161094042557');
    expect(screen.getByRole('status').textContent).toBe('Copied');
    writeText.mockRestore();
  });

  it('selects its number where the browser refuses to copy', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    const select = vi.fn();
    const selection = vi
      .spyOn(globalThis, 'getSelection')
      .mockReturnValue({ selectAllChildren: select } as never);
    show(ready('arrives-on'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy: Tracking number' }));
    expect(await screen.findByRole('button', { name: /Selected/ })).toBeTruthy();
    expect(select.mock.calls[0]?.[0].textContent).toBe('00340434161094042557');
    writeText.mockRestore();
    selection.mockRestore();
  });

  it('shows the latest news, and all of it on demand, newest first, in its own place and time', () => {
    show(ready('legs'));
    expect(screen.getAllByText('Tue 24 Nov, 6:10 (UTC−08:00)').length).toBeGreaterThan(0);
    const button = screen.getByRole('button', { name: 'All 3 updates' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    const panel = document.getElementById(button.getAttribute('aria-controls') ?? '');
    expect(panel?.hidden).toBe(true);
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(panel?.hidden).toBe(false);
    expect(
      within(panel as HTMLElement)
        .getAllByRole('listitem')
        .map((item) => item.querySelector('.name')?.textContent),
    ).toEqual(['Arrived at the local depot', 'Handed over to another carrier', '快件已发出']);
  });

  it('tells how the promised day moved, and why', () => {
    show(ready('delayed'));
    expect(screen.getAllByText('Moved from Tue 24 Nov to Thu 26 Nov')).toHaveLength(1);
    expect(screen.getAllByText('Delayed by the weather').length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'How the date changed' }));
    expect(screen.getAllByText('Moved from Tue 24 Nov to Thu 26 Nov')).toHaveLength(2);
    expect(screen.getByText('Moved from Mon 23 Nov to Tue 24 Nov')).toBeTruthy();
  });

  it('tells what to do, by when and where', () => {
    show(ready('action-required'));
    expect(screen.getByText('A payment is due before the parcel can move on.')).toBeTruthy();
    expect(screen.getByText('By Friday, 27 November')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Pay now/ }).getAttribute('href')).toBe(
      'https://customs.example/pay',
    );
  });

  it('sends who has to ask the store to its mail, with the order in the subject', () => {
    show(ready('exception'));
    expect(screen.getByText('What you need to do')).toBeTruthy();
    const [link] = screen.getAllByRole('link', { name: 'Contact the store' });
    expect(link?.getAttribute('href')).toBe('mailto:help@shop.example?subject=Problem%20with%20order%201001');
  });

  it('shows where to collect it, with the code', () => {
    show(ready('pickup'));
    for (const words of [
      'Pick-up point',
      'Kiosk am Park',
      '10115 Berlin',
      'Sat 09:00–16:00',
      '4711 0815',
      'Kept until Tuesday, 1 December',
    ])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy: Pick-up code' })).toBeTruthy();
  });

  it('shows the proof of delivery', () => {
    show(ready('delivered'));
    expect(screen.getByText('Signed by M. Berger')).toBeTruthy();
    expect(screen.getByText('Left at: Front door')).toBeTruthy();
  });

  it('shows no head of its own when it is alone', () => {
    show(ready('arrives-on'));
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
    expect(document.body.textContent).not.toContain('Parcel 1');
  });

  it('degrades to sensible words for codes of a newer server', () => {
    show(ready('newer-server'));
    expect(screen.getByText('The carrier is waiting for something from you.')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/undefined|\{|beams|teleported/);
  });
});

describe('several parcels', () => {
  it('are counted and none hides another', () => {
    show(ready('three-parcels'));
    expect(screen.getByText('1 of 3 parcels delivered')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Waiting for you until Friday, 27 November',
      'Arrives Thursday, 26 November',
      'Delivered Tuesday, 24 November',
    ]);
    for (const n of [1, 2, 3]) expect(screen.getByText(`Parcel ${n} of 3`)).toBeTruthy();
  });

  it('stand beside what is not shipped yet', () => {
    show(ready('partly-shipped'));
    expect(screen.getByRole('heading', { name: 'Not shipped yet' })).toBeTruthy();
    expect(screen.getByText('Oak desk lamp')).toBeTruthy();
  });
});
