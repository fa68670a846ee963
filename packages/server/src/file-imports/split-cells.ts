/** The cells of a row: trimmed, without their quotes, a doubled quote for one. A quote within a cell that has none around it is itself. */
export function splitCells(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < row.length; at++) {
    const sign = row[at] ?? '';
    if (isQuoted && sign === '"' && row[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (isQuoted && sign === '"') {
      isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true;
    } else if (sign === delimiter && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += sign;
    }
  }
  cells.push(cell.trim());
  return cells;
}
