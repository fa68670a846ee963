import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What a page saw that no guest may cause. */
export interface Trouble {
  /** What reached `window.onerror`. */
  readonly errors: string[];
  /** What reached `unhandledrejection`. */
  readonly rejections: string[];
  /** Violations of the page's policies, report-only included: directive and what was blocked. */
  readonly violations: string[];
}

/** A page open in a browser of its own, with everything written down that a guest must not cause. */
export interface GuestPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Lines in the console that are not just information. */
  readonly console: string[];
  trouble(): Promise<Trouble>;
}

declare global {
  interface Window {
    trouble: Trouble;
  }
}

/** Opens an address in a fresh profile. `before` runs first, where routes and scripts are set up. */
export async function openGuestPage(
  browser: Browser,
  url: string,
  before: (page: Page, context: BrowserContext) => Promise<unknown> = async () => {},
): Promise<GuestPage> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) said.push(message.text());
  });
  await page.addInitScript(() => {
    window.trouble = { errors: [], rejections: [], violations: [] };
    window.addEventListener('error', (event) => {
      if (event instanceof ErrorEvent) window.trouble.errors.push(event.message);
    });
    window.addEventListener('unhandledrejection', (event) => {
      window.trouble.rejections.push(String(event.reason));
    });
    document.addEventListener('securitypolicyviolation', (event) => {
      window.trouble.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await before(page, context);
  await page.goto(url);
  return { page, context, console: said, trouble: () => page.evaluate(() => window.trouble) };
}
