import PDFDocument from 'pdfkit';
import { fontsOf, type Weight } from './fonts.ts';
import { type Direction, type TextRun, textRuns } from './text-runs.ts';

/** The paper a document is printed on. */
export type Paper = 'A4' | 'LETTER';

/** How a text is set. */
export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly weight?: Weight;
  /** `#rrggbb`; almost black unless told. */
  readonly color?: string;
  /** The way of its letters: as its first letter says, or the sheet's where it has none. */
  readonly direction?: Direction;
  /** Where a line stands in its column: at the side a reader begins at, unless told. */
  readonly align?: 'start' | 'center' | 'end';
}

/** Draws on the pages of a PDF. Places are given from the side a reader begins at, so that one layout serves both ways. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly rtl: boolean;
  /**
   * Sets a text in a column and returns the height it takes. `start` is the column's distance from the side a reader
   * begins at, `top` that from the upper edge.
   */
  text(text: string, start: number, top: number, width: number, style: TextStyle): number;
  /** The height a text would take. */
  heightOf(text: string, width: number, style: TextStyle): number;
  /** A rectangle; filled, or outlined with a line of half a point. */
  box(
    start: number,
    top: number,
    width: number,
    height: number,
    look: { fill?: string; stroke?: string },
  ): void;
  /** Fills an SVG path drawn in a square of `size` units, scaled to `side` points. Never mirrored: codes are read one way. */
  path(path: string, size: number, start: number, top: number, side: number): void;
  /** Bars and gaps in turn, each so many units of `unit` points wide. Never mirrored. */
  bars(widths: readonly number[], unit: number, start: number, top: number, height: number): void;
  /** Goes on on a new page. */
  newPage(): void;
  /** How many pages there are, and a way to write on each once all are there. */
  eachPage(draw: (page: number, pages: number) => void): void;
  /** Ends the document. */
  end(): Promise<Uint8Array>;
}

const ink = '#16181d';
const lineHeight = 1.36;

/** Opens a PDF of a language and a direction. */
export function openSheet(options: {
  readonly paper: Paper;
  readonly rtl: boolean;
  readonly language: string;
  readonly title: string;
  readonly now: Date;
}): Sheet {
  const { rtl } = options;
  const pdf = new PDFDocument({
    size: options.paper,
    margin: 0,
    bufferPages: true,
    // Cached by words it would lay lines of right-to-left words out from the left.
    fontLayoutCache: false,
    lang: options.language,
    displayTitle: true,
    info: { Title: options.title, Producer: 'Postlude', Creator: 'Postlude', CreationDate: options.now },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const { width, height } = pdf.page;
  const leftOf = (start: number, size: number): number => (rtl ? width - start - size : start);

  const registered = new Set<string>();
  const use = ({ font }: TextRun, size: number) => {
    if (!registered.has(font.name)) pdf.registerFont(font.name, font.bytes());
    registered.add(font.name);
    return pdf.font(font.name).fontSize(size);
  };
  const widthOf = (runs: readonly TextRun[], size: number): number =>
    runs.reduce((sum, run) => sum + use(run, size).widthOfString(run.text), 0);
  const directionOf = (text: string, { direction }: TextStyle): Direction =>
    direction ?? (/\p{L}/u.test(text) ? 'auto' : rtl ? 'rtl' : 'ltr');

  /** The lines a text takes: broken at its own line ends, at spaces, and within a word that is wider than the column. */
  function linesOf(text: string, room: number, style: TextStyle): TextRun[][] {
    const fonts = fontsOf(style.weight ?? 400);
    const runsOf = (line: string) => textRuns(line, fonts, directionOf(text, style));
    // Word by word: shaping a whole line again for every word added would take the square of its length.
    const wordWidth = (word: string) => widthOf(runsOf(word), style.size);
    const space = wordWidth(' ');
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let line: string[] = [];
      let used = 0;
      for (const word of paragraph.split(' ').flatMap((one) => fitted(one))) {
        const width = wordWidth(word);
        if (line.length > 0 && used + space + width > room) {
          lines.push(line.join(' '));
          line = [];
          used = 0;
        }
        used += width + (line.length > 0 ? space : 0);
        line.push(word);
      }
      lines.push(line.join(' '));
    }
    return lines.map(runsOf);

    function fitted(word: string): string[] {
      if (wordWidth(word) <= room) return [word];
      const parts: string[] = [];
      let part = '';
      for (const { segment } of new Intl.Segmenter().segment(word)) {
        if (part !== '' && wordWidth(part + segment) > room) {
          parts.push(part);
          part = '';
        }
        part += segment;
      }
      return [...parts, part];
    }
  }

  return {
    width,
    height,
    rtl,
    text(text, start, top, room, style) {
      const { size } = style;
      const lines = linesOf(text, room, style);
      pdf.fillColor(style.color ?? ink);
      for (const [row, runs] of lines.entries()) {
        const used = widthOf(runs, size);
        const atRight = (style.align === 'end') !== rtl;
        const gap = style.align === 'center' ? (room - used) / 2 : atRight ? room - used : 0;
        let x = leftOf(start, room) + gap;
        const baseline = top + row * size * lineHeight + size * 1.02;
        for (const run of runs) {
          use(run, size).text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
          x += pdf.widthOfString(run.text);
        }
      }
      return lines.length * size * lineHeight;
    },
    heightOf: (text, room, style) => linesOf(text, room, style).length * style.size * lineHeight,
    box(start, top, boxWidth, boxHeight, { fill, stroke }) {
      pdf.lineWidth(0.5).rect(leftOf(start, boxWidth), top, boxWidth, boxHeight);
      if (fill !== undefined) pdf.fill(fill);
      else pdf.stroke(stroke ?? ink);
    },
    path(path, size, start, top, side) {
      pdf
        .save()
        .translate(leftOf(start, side), top)
        .scale(side / size);
      pdf.path(path).fill('#000000').restore();
    },
    bars(widths, unit, start, top, barHeight) {
      const whole = widths.reduce((sum, one) => sum + one, 0) * unit;
      let x = leftOf(start, whole);
      for (const [place, modules] of widths.entries()) {
        if (place % 2 === 0) pdf.rect(x, top, modules * unit, barHeight);
        x += modules * unit;
      }
      pdf.fill('#000000');
    },
    newPage() {
      pdf.addPage();
    },
    eachPage(draw) {
      const { start, count } = pdf.bufferedPageRange();
      for (let page = 0; page < count; page++) {
        pdf.switchToPage(start + page);
        draw(page + 1, count);
      }
    },
    end() {
      return new Promise((resolve, reject) => {
        pdf.on('end', () => resolve(Buffer.concat(chunks)));
        pdf.on('error', reject);
        pdf.end();
      });
    },
  };
}
