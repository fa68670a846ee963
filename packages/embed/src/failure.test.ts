import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { failureTexts } from './failure.ts';

it('what is said when the code does not come is there in every language of the widgets', async () => {
  const files = await readdir(path.join(import.meta.dirname, '../../widgets/src/locales/order-session'));
  const languages = files.map((file) => path.basename(file, '.ts'));
  expect(Object.keys(failureTexts).sort()).toEqual(['en', ...languages].sort());
});
