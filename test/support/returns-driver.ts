import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a shopper wants for one thing, by the codes the page knows and no language changes. */
export interface Wish {
  /** Units; one unless told. */
  readonly units?: number;
  /** A reason of the policy. */
  readonly reason?: string;
  readonly note?: string;
  readonly photos?: readonly Photo[];
  readonly resolution?: 'refund' | 'store_credit' | 'exchange';
  readonly variant?: string;
}

/** A file as a browser is given one. */
export interface Photo {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What a shopper wants altogether. */
export interface Wishes {
  /** By the title of the thing. */
  readonly things: Readonly<Record<string, Wish>>;
  readonly method?: string;
  readonly place?: string;
}

/** What a shopper sees and does in a returns element. Nothing in here depends on the language, except what a test passes in. */
export interface ReturnsDriver {
  readonly element: Locator;
  /** What stands in it now. */
  readonly card: Locator;
  readonly headline: Locator;
  /** The one button that leads on. */
  readonly onward: Locator;
  /** Waits until the headline reads like this. */
  reads(text: RegExp | string): Promise<void>;
  /** Waits until the live region says this. */
  hears(text: RegExp | string): Promise<void>;
  /** Waits for the first step. */
  shown(): Promise<void>;
  pick(title: string, units?: number): Promise<void>;
  /** Says why a thing goes back, and whatever else its wish holds about that. */
  explain(title: string, wish: Wish): Promise<void>;
  resolve(title: string, wish: Wish): Promise<void>;
  send(method: string, place?: string): Promise<void>;
  /** Presses the button that leads on, and waits for the next step. */
  advance(): Promise<void>;
  /** Goes from the first step to the last, doing `at` on each one before it is left. */
  walk(wishes: Wishes, at?: (step: WalkedStep) => Promise<unknown>): Promise<void>;
  /** Presses the button of the last step and waits for what was filed. */
  confirm(): Promise<void>;
  /** Asks for news now, and waits for them. */
  refresh(): Promise<void>;
  /** Takes the return back, by the words of its button. */
  cancel(label: string): Promise<void>;
}

/** The steps of a walk, and what was filed. */
export type WalkedStep = 'items' | 'reasons' | 'resolutions' | 'method' | 'check';

/** Looks at the returns element of a page, or at one of several. */
export function returnsOn(page: Page, element = page.locator('postlude-returns')): ReturnsDriver {
  const card = element.locator('[part~="card"]').first();
  const headline = element.locator('[part~="headline"]').first();
  const onward = element.locator('[part~="button-primary"][type="submit"]');
  const region = element.locator('[role="status"]').first();
  const about = (title: string): Locator => element.locator('.about-thing').filter({ hasText: title });
  const radio = (within: Locator, value: string): Locator =>
    within.locator(`input[type="radio"][value="${value}"]`).first();

  async function advance(): Promise<void> {
    const before = await headline.textContent();
    await onward.click();
    await expect
      .poll(() => headline.textContent(), { timeout: 20_000 })
      .not.toBe(before)
      .catch(async (cause: unknown) => {
        throw new Error(`The card stays where it is: ${await card.textContent()}`, { cause });
      });
  }
  async function explain(title: string, { reason, note, photos }: Wish): Promise<void> {
    const section = about(title);
    const [general = '', finer] = reason?.split('.') ?? [];
    if (reason) {
      const lists = section.locator('select');
      if (await lists.count()) {
        await lists.first().selectOption(general);
        if (finer) await lists.nth(1).selectOption(reason);
      } else {
        await radio(section, general).check();
        if (finer) await radio(section, reason).check();
      }
    }
    if (note) await section.locator('textarea').fill(note);
    if (photos) {
      await section.locator('input[type="file"]').setInputFiles([...photos]);
      await section
        .locator('[part="photo"].kept')
        .nth(photos.length - 1)
        .waitFor({ timeout: 30_000 });
    }
  }
  async function resolve(title: string, { resolution, variant }: Wish): Promise<void> {
    const section = about(title);
    if (resolution) await radio(section, resolution).check();
    if (variant) await radio(section, variant).check();
  }
  async function send(method: string, place?: string): Promise<void> {
    await radio(element, method).check();
    if (place) await radio(element, place).check();
  }
  /** Bars stand for sums while they are counted, and nothing leads on from the last step. */
  const counted = (): Promise<void> =>
    expect
      .poll(() => element.locator('.sum-bar, form[aria-busy="true"]').count(), { timeout: 20_000 })
      .toBe(0);
  async function pick(title: string, units = 1): Promise<void> {
    const card = element.locator('[part~="option"][part~="item"]').filter({ hasText: title });
    await card.getByRole('checkbox').check();
    if (units > 1) {
      await card.getByRole('spinbutton').fill(String(units));
      await card.getByRole('spinbutton').blur();
    }
  }

  return {
    element,
    card,
    headline,
    onward,
    advance,
    explain,
    resolve,
    send,
    pick,
    reads: (text) => expect.poll(() => headline.textContent(), { timeout: 20_000 }).toMatch(text),
    hears: (text) => expect.poll(() => region.textContent(), { timeout: 20_000 }).toMatch(text),
    shown: () => element.locator('[part="items"], [part="closed"]').first().waitFor({ timeout: 20_000 }),
    async walk({ things, method, place }, at = async () => {}) {
      const each = Object.entries(things);
      await element.locator('[part="items"]').waitFor({ timeout: 20_000 });
      for (const [title, { units }] of each) await pick(title, units);
      await at('items');
      await advance();
      for (const [title, wish] of each) await explain(title, wish);
      await at('reasons');
      await advance();
      for (const [title, wish] of each) await resolve(title, wish);
      await counted();
      await at('resolutions');
      await advance();
      if (method) {
        await send(method, place);
        await at('method');
        await advance();
      }
      await counted();
      await at('check');
    },
    async confirm() {
      await onward.click();
      await element.locator('article.filed').waitFor({ timeout: 20_000 });
    },
    async refresh() {
      const answer = page.waitForResponse(/\/v1\/(returns|orders)\//);
      await element.evaluate((one) => (one as HTMLElement & { refresh(): void }).refresh());
      await answer;
    },
    async cancel(label) {
      await element.getByRole('button', { name: label, exact: true }).click();
      await element.locator('[part="confirm"] [part~="button-primary"]').click();
    },
  };
}
