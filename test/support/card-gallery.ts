import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { bundle } from '../../packages/widgets/harness/bundle.mjs';

/** A language the gallery can speak. */
export type GalleryLanguage = 'en' | 'de' | 'ar';

/** A page that can show the tracking card in each of its states, without a backend. */
export interface Gallery {
  readonly page: Page;
  /** Every state there is: all sample orders, and everything else a card can be. */
  readonly names: readonly string[];
  /** Shows one state and waits until it stands. Resolves to how much there was to open, which `open` opens. */
  show(name: string, view?: GalleryView): Promise<number>;
  close(): Promise<void>;
}

/** How a state is looked at. */
export interface GalleryView {
  readonly language?: GalleryLanguage;
  readonly theme?: 'light' | 'dark' | 'host';
  readonly open?: boolean;
}

declare global {
  interface Window {
    gallery: {
      readonly names: readonly string[];
      show(name: string, language: GalleryLanguage, theme: string): void;
    };
  }
}

const host = `<!doctype html><html lang="en"><head><title>A card</title><meta name="viewport" content="width=device-width">
<style>body{margin:0;padding:8px;font-family:"Liberation Sans","DejaVu Sans",sans-serif;background:#fff;color:#111}
body.dark{background:#0c0d0f;color:#eee}</style></head><body><header><h1>Your order</h1></header><main></main></body></html>`;

let text: Promise<string> | undefined;

/** Bundles the card with its samples, once for all galleries of a process. */
function galleryCode(): Promise<string> {
  text ??= bundle(
    `import * as gallery from './harness/page.tsx'; Object.assign(globalThis, { gallery })`,
    'iife',
  ).then((made) => made.text);
  return text;
}

/** Opens a gallery on a page of its own. */
export async function openGallery(browser: Browser, options: BrowserContextOptions = {}): Promise<Gallery> {
  const context = await browser.newContext({ timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route(/pictures\.example/, (route) =>
    route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56"><rect width="56" height="56" fill="#c9d6c3"/></svg>',
    }),
  );
  await page.setContent(host);
  await page.addScriptTag({ content: await galleryCode() });
  return {
    page,
    names: await page.evaluate(() => window.gallery.names),
    async show(name, { language = 'en', theme = 'light', open = false } = {}) {
      const closed = await page.evaluate(
        async (view) => {
          document.documentElement.lang = view.language;
          document.documentElement.dir = view.language === 'ar' ? 'rtl' : 'ltr';
          document.body.className = view.theme;
          window.gallery.show(view.name, view.language, view.theme);
          const frames = async () => {
            for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
          };
          if (/^(returns|registration)\//.test(view.name)) {
            // The code of later steps comes when the page is idle: asked for by an effect, there before this goes on.
            await frames();
            await new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve)));
            await frames();
          }
          const root = document.querySelector('main div')?.shadowRoot;
          const closed = root?.querySelectorAll<HTMLElement>('[aria-expanded="false"]') ?? [];
          if (view.open) for (const button of closed) button.click();
          // The first frame draws what was opened, the second has run the effects of that.
          await frames();
          return closed.length;
        },
        { name, language, theme, open },
      );
      if (errors.length > 0) throw new Error(`The gallery failed on ${name}: ${errors.join('; ')}`);
      return closed;
    },
    close: () => context.close(),
  };
}
