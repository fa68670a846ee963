import {
  measurePopulation,
  percent,
  together,
} from '../../packages/server/src/referrals/fraud/testing/population.ts';
import { printTable } from './table.mjs';

/** People of the population; the seed makes it the same on every machine. */
const count = { honest: 40_000, cheats: 10_000 };
const seed = 20_261_123;

/** Prints how many honest people are stopped or made to wait, and how many cheats pass, of a made-up population. */
export async function benchReferralFraud() {
  const started = performance.now();
  const { honest, cheats } = measurePopulation(seed, count);
  const seconds = (performance.now() - started) / 1_000;
  const columns = ['who', 'people', 'pass %', 'wait for staff %', 'refused %'];
  const rows = (list) =>
    [...list, together('all of them', list)].map(({ kind, all, pass, review, refuse }) => [
      kind,
      all,
      ...[pass, review, refuse].map((part) => percent(part, all).toFixed(2)),
    ]);
  printTable(
    'Referrals of honest people, with the usual settings (made up, one seed)',
    columns,
    rows(honest),
  );
  printTable('Referrals of cheats, each way as often as the others', columns, rows(cheats));
  console.log(
    `\n${Math.round((count.honest + count.cheats) / seconds)} referrals made and scored a second, without a database`,
  );
}
