import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Hono } from 'hono';
import { pictureOf, products } from '../catalogue.ts';
import { reserveCss } from './reserve.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const publicFile = (name: string): Promise<string> =>
  readFile(new URL(`../../public/${name}`, import.meta.url), 'utf8');

/** The shop's own style sheets, scripts and pictures. */
export function fileRoutes(): Hono {
  const routes = new Hono();

  routes.get('/reserve.css', async (c) =>
    c.body(await reserveCss(), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'no-cache',
    }),
  );

  routes.get('/:file{.+\\.(?:css|js|svg)}', async (c) => {
    const name = c.req.param('file');
    if (!/^(?:products\/)?[a-z-]+\.(?:css|js|svg)$/.test(name)) return c.notFound();
    try {
      return c.body((await tinted(name)) ?? (await publicFile(name)), 200, {
        'Content-Type': types[extname(name)] ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
      });
    } catch {
      return c.notFound();
    }
  });

  return routes;
}

/** The picture of a variant: that of its product, with the lamp in another colour. */
async function tinted(name: string): Promise<string | null> {
  for (const product of products) {
    const variant = product.variants.find((one) => pictureOf(product, one) === `/${name}`);
    if (!variant?.colour || product.tint === null) continue;
    const picture = await publicFile(`products/${product.id}.svg`);
    return picture.replaceAll(product.tint, variant.colour);
  }
  return null;
}
