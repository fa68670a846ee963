import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRecord, type RawRecord, readRecords } from './records.ts';

async function read(...chunks: string[]): Promise<RawRecord[]> {
  const stream = (async function* () {
    yield* chunks;
  })();
  const records: RawRecord[] = [];
  for await (const record of readRecords(stream)) records.push(record);
  return records;
}

const parsed = (records: RawRecord[]): unknown[] =>
  records.map((record) => JSON.parse('text' in record ? record.text : 'null'));

/** The text in pieces of every size, as a stream may bring it. */
const pieces = (text: string, sizes: readonly number[]): string[] => {
  const chunks: string[] = [];
  let at = 0;
  for (let turn = 0; at < text.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(text.slice(at, at + size));
    at += size;
  }
  return chunks;
};

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

describe('records of a file', () => {
  it('are the elements of an array, however it is written and cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.json()), sizes, fc.constantFrom(0, 2), async (texts, cut, indent) => {
        const values = texts.map((text) => JSON.parse(text));
        expect(parsed(await read(...pieces(JSON.stringify(values, null, indent), cut)))).toEqual(values);
      }),
    );
  });

  it('are the lines otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ a: fc.string(), b: fc.json() })), sizes, async (values, cut) => {
        const text = values.map((value) => JSON.stringify(value)).join('\r\n');
        expect(parsed(await read(...pieces(text, cut)))).toEqual(values);
      }),
    );
  });

  it('know their line', async () => {
    expect((await read('\n[\n {"a":1},\n {\n"b":"]}\\""},\n3]\n')).map((record) => record.line)).toEqual([
      3, 4, 6,
    ]);
    expect((await read('{"a":1}\n\n{"b":', '2}\n')).map((record) => record.line)).toEqual([1, 3]);
  });

  it('may begin with a byte order mark, and may be none', async () => {
    expect(parsed(await read('\ufeff', '[1]'))).toEqual([1]);
    for (const nothing of [[], [''], ['\n \n'], ['[]'], [' [ ] ']])
      expect(await read(...nothing)).toEqual([]);
  });

  it('cost only themselves when a line is broken', async () => {
    const records = await read('{"a":1}\n{"b":\n{"c":3}');
    expect(records.map((record) => 'text' in record && record.text)).toEqual(['{"a":1}', '{"b":', '{"c":3}']);
  });

  it('end where an array is cut off or goes on after its end', async () => {
    expect(await read('[{"a":1},{"b"')).toEqual([
      { line: 1, text: '{"a":1}' },
      { line: 1, wrong: expect.stringContaining('cut off') },
    ]);
    expect(await read('[1]\n[2]')).toEqual([
      { line: 1, text: '1' },
      { line: 2, wrong: expect.stringContaining('follows the end') },
    ]);
  });

  it('are refused when they are too long, without being held in memory', async () => {
    const long = 'x'.repeat(longestRecord / 4);
    const records = await read('{"a":1}\n"', long, long, long, long, long, long, '"\n{"b":2}');
    expect(records).toEqual([
      { line: 1, text: '{"a":1}' },
      { line: 2, wrong: expect.stringContaining('longer') },
      { line: 3, text: '{"b":2}' },
    ]);
    const inArray = await read('["', long, long, long, long, long, '"]');
    expect(inArray).toEqual([{ line: 1, wrong: expect.stringContaining('longer') }]);
  });
});
