import { afterEach, expect, it, vi } from 'vitest';
import { adoptStyles } from './styles.ts';

const rootOf = (): ShadowRoot =>
  document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });

afterEach(() => {
  document.body.textContent = '';
});

it('gives all roots the same sheets, once', () => {
  const [one, other] = [rootOf(), rootOf()];
  for (const root of [one, other, one]) adoptStyles(root, ['a{color:red}', 'b{color:blue}']);
  expect(one.adoptedStyleSheets).toHaveLength(2);
  expect(other.adoptedStyleSheets[0]).toBe(one.adoptedStyleSheets[0]);
});

it('keeps the sheets a root already has', () => {
  const root = rootOf();
  const own = new CSSStyleSheet();
  root.adoptedStyleSheets = [own];
  adoptStyles(root, ['a{color:red}']);
  expect(root.adoptedStyleSheets[0]).toBe(own);
});

it('falls back to style elements with the nonce, once, where constructed sheets are missing', () => {
  const old = document.createElement('div') as unknown as ShadowRoot;
  for (let again = 0; again < 2; again++) adoptStyles(old, ['a{color:red}'], 'n0nce');
  const styles = old.querySelectorAll('style');
  expect(styles).toHaveLength(1);
  expect(styles[0]?.nonce || styles[0]?.getAttribute('nonce')).toBe('n0nce');
});

it('does not touch the page’s own sheets', () => {
  const before = document.adoptedStyleSheets.length;
  adoptStyles(rootOf(), ['a{color:red}']);
  expect(document.adoptedStyleSheets).toHaveLength(before);
  expect(document.querySelectorAll('style')).toHaveLength(0);
  vi.restoreAllMocks();
});
