import { createClient } from '@postlude/client';
import type { Id } from '@postlude/contract';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { programmeToBegin } from '../../packages/server/src/referrals/programme/defaults.ts';
import { axeFindings } from '../support/axe.ts';
import { useFriendsShop } from '../support/friends-shop.ts';
import { expectCalm } from '../support/host-pages/world.ts';

const shop = useFriendsShop();
const host = 'postlude-referral-offer';

/** Of a programme whose pool has no codes yet. */
let programmeId: Id<'referralProgramme'>;
let code = '';
beforeAll(async () => {
  const { staff, store, url } = shop().backend;
  const programme = programmeToBegin('EUR', 'https://shop.example.com/friends', 1_000);
  programmeId = (await staff.referralProgrammes.create({ ...programme, minimumOrder: [] })).id;
  const { number, proof, id } = await shop().buy('ben@example.com');
  const client = createClient({ store, baseUrl: url });
  const { token } = await client.sessions.open({ by: 'proof', order: number, proof });
  const joined = await client.referrals.join({ token, orderId: id }, { programmeId, name: 'Ben' });
  code = joined.invitation?.code ?? '';
});

const open = () =>
  shop().open({
    html: 'lang="en"',
    head: '<title>For friends</title>',
    body: `<main><h1>For friends</h1><${host} code="${code}" shop="#shop"></${host}></main>${shop().script()}<footer id="shop"><p>The shop</p></footer>`,
  });
const button = (page: Page, name: string) => page.locator(host).getByRole('button', { name });
const says = (page: Page, words: string) => page.locator(host).getByText(words).first().waitFor();

describe('a pool without codes', () => {
  it('promises nothing, says so kindly, and is an offer again once there are codes', async () => {
    const guest = await open();
    const { page } = guest;
    await says(page, 'All codes are taken at the moment');
    expect(await button(page, 'Get my code').count()).toBe(0);
    await page.locator(host).getByRole('link', { name: 'Go to the shop' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const { items } = await shop().backend.staff.codes.pools();
    const pool = items.find((one) => one.programmeId === programmeId && one.side === 'friend');
    expect(pool?.free ?? 0).toBe(0);

    await shop().codes('friend', ['LAST-1'], programmeId);
    await page.locator(host).evaluate((element) => (element as HTMLElement & { refresh(): void }).refresh());
    await button(page, 'Get my code').waitFor();
    await expectCalm(guest);
  });

  it('gives its last code to one of two friends, and the other is told', async () => {
    const [first, second] = [await open(), await open()];
    await button(first.page, 'Get my code').waitFor();
    await button(second.page, 'Get my code').click();
    await says(second.page, 'LAST-1');
    await button(first.page, 'Get my code').click();
    await says(first.page, 'All codes are taken at the moment');
    const { items } = await shop().backend.staff.referrals.list({ state: 'claimed' });
    expect(items).toHaveLength(1);
  });
});
