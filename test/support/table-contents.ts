/** Runs SQL and gives the rows. */
export type Query = (text: string) => Promise<{ rows: Record<string, unknown>[] }>;

/**
 * Everything in the tables of Postlude, by table, as the number of rows and a hash of them: to be compared before and after
 * what must change nothing. Counters of requests are left out: to count what was refused is what they are for.
 */
export async function tableContents(query: Query): Promise<Record<string, unknown>> {
  const { rows } = await query(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'attempt_limits' order by 1`,
  );
  const each = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::int as rows, md5(string_agg(one::text, ' ' order by one::text)) as hash from ${name} as one`,
  );
  const found = await query(each.join(' union all '));
  return Object.fromEntries(found.rows.map(({ name, rows: count, hash }) => [String(name), { count, hash }]));
}
