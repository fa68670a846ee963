/** One record of a file, as text, or why there is none. */
export type RawRecord =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly wrong: string };

/** The longest record, in characters: far more than the largest order, far less than would exhaust memory. */
export const longestRecord = 4_000_000;

/**
 * Splits a file into its records while it is read: a JSON array gives its elements, anything else its lines (NDJSON).
 * `line` is where a record begins, counted from 1. A line that is not JSON costs only itself; a broken array ends there.
 */
export async function* readRecords(chunks: AsyncIterable<string>): AsyncGenerator<RawRecord> {
  let splitter: Splitter | null = null;
  let before = '';
  for await (const chunk of chunks) {
    before += chunk;
    if (splitter === null) {
      const text = before.replace(/^\ufeff/, '');
      const start = text.search(/\S/);
      if (start === -1) continue;
      splitter = text[start] === '[' ? new ArraySplitter() : new LineSplitter();
      before = text;
    }
    yield* splitter.take(before);
    before = '';
  }
  if (splitter !== null) yield* splitter.end();
}

interface Splitter {
  take(chunk: string): Iterable<RawRecord>;
  end(): Iterable<RawRecord>;
}

const tooLong = (line: number): RawRecord => ({
  line,
  wrong: `It is longer than ${longestRecord} characters.`,
});

class LineSplitter implements Splitter {
  #line = 1;
  #rest = '';
  #skipping = false;

  *take(chunk: string): Iterable<RawRecord> {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      yield* this.#emit(line);
      this.#line += 1;
      this.#skipping = false;
    }
    if (this.#rest.length > longestRecord) {
      if (!this.#skipping) yield tooLong(this.#line);
      this.#skipping = true;
      this.#rest = '';
    }
  }

  *end(): Iterable<RawRecord> {
    yield* this.#emit(this.#rest);
  }

  *#emit(text: string): Iterable<RawRecord> {
    if (this.#skipping || text.trim() === '') return;
    yield text.length > longestRecord ? tooLong(this.#line) : { line: this.#line, text };
  }
}

class ArraySplitter implements Splitter {
  #line = 1;
  #startLine = 1;
  /** 0 before the array, 1 between its elements, more inside one. */
  #depth = 0;
  #inText = false;
  #escaped = false;
  #record: string | null = null;
  #ended = false;
  #wrong = false;

  *take(chunk: string): Iterable<RawRecord> {
    let from = 0;
    for (let at = 0; at < chunk.length && !this.#wrong; at += 1) {
      const sign = chunk[at] ?? '';
      if (sign === '\n') this.#line += 1;
      if (this.#record === null) {
        if (/\s/.test(sign) || (sign === ',' && this.#depth === 1)) continue;
        if (this.#ended) {
          yield this.#stop('Something follows the end of the array.');
        } else if (this.#depth === 0) {
          this.#depth = 1;
        } else if (sign === ']') {
          this.#ended = true;
        } else {
          this.#record = '';
          this.#startLine = this.#line;
          from = at;
          this.#step(sign);
        }
        continue;
      }
      // A number or word has no bracket of its own to end it.
      if (this.#depth === 1 && !this.#inText && (sign === ',' || sign === ']')) {
        yield this.#finish(chunk.slice(from, at));
        this.#ended = sign === ']';
        continue;
      }
      this.#step(sign);
      if (this.#depth === 1 && !this.#inText && (sign === '}' || sign === ']')) {
        yield this.#finish(chunk.slice(from, at + 1));
      }
    }
    if (this.#record === null || this.#wrong) return;
    this.#record += chunk.slice(from);
    if (this.#record.length > longestRecord)
      yield this.#stop(`It is longer than ${longestRecord} characters.`);
  }

  *end(): Iterable<RawRecord> {
    if (!this.#ended && !this.#wrong)
      yield this.#stop('The file ends in the middle of the array: is it cut off?');
  }

  #step(sign: string): void {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (sign === '\\') this.#escaped = true;
      else if (sign === '"') this.#inText = false;
      return;
    }
    if (sign === '"') this.#inText = true;
    else if (sign === '{' || sign === '[') this.#depth += 1;
    else if (sign === '}' || sign === ']') this.#depth -= 1;
  }

  #finish(rest: string): RawRecord {
    const text = this.#record + rest;
    this.#record = null;
    return { line: this.#startLine, text };
  }

  #stop(wrong: string): RawRecord {
    this.#wrong = true;
    return { line: this.#record === null ? this.#line : this.#startLine, wrong };
  }
}
