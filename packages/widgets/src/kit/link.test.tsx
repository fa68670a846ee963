import { render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Link, pictureAddress, safeAddress } from './link.tsx';

it.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//evil.example',
  '/relative',
  'ftp://x',
  '',
  null,
  undefined,
])('makes no link of %j', (address) => {
  expect(safeAddress(address)).toBeNull();
  const { container } = render(<Link href={address}>text</Link>);
  expect(container.querySelector('a')).toBeNull();
  expect(container.textContent).toBe('text');
});

it('says that a new tab opens and gives that tab no way back', () => {
  const { getByRole } = render(
    <Link href="https://x.example/" newTab="(new tab)">
      DHL
    </Link>,
  );
  const link = getByRole('link', { name: /DHL ?\(new tab\)/ });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

it('takes pictures over http only', () => {
  expect(pictureAddress('https://x.example/a.png')).toBe('https://x.example/a.png');
  expect(pictureAddress('mailto:a@b')).toBeNull();
  expect(pictureAddress('data:image/png;base64,x')).toBeNull();
});
