import type { Locale } from '../contract/team.ts';

/** How a spreadsheet there reads it. */
export interface CsvDialect {
  readonly separator: ';' | ',';
  readonly decimal: ',' | '.';
}
/** Excel in German expects the decimal comma, and so the semicolon; in Switzerland the semicolon, but the point. */
export const csvDialects: Readonly<Record<Locale, CsvDialect>> = {
  de: { separator: ';', decimal: ',' },
  'de-AT': { separator: ';', decimal: ',' },
  'de-CH': { separator: ';', decimal: '.' },
  en: { separator: ',', decimal: '.' },
};

/** Text comes from people: only numbers are written as numbers. Null: nothing is known. */
export type CsvCell = string | number | null;

/** What Excel needs to read UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Spreadsheets compute what begins so, also behind blanks and quotes, and in full width. */
const FORMULA = /^[\s"';,]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** One line with its end. */
export const csvLine = (cells: readonly CsvCell[], dialect: CsvDialect): string =>
  `${cells.map((cell) => csvCell(cell, dialect)).join(dialect.separator)}\r\n`;

function csvCell(cell: CsvCell, { separator, decimal }: CsvDialect): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? plain(cell).replace('.', decimal) : '';
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /["\r\n\t]/.test(text) || text.includes(separator) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** Without an exponent, and no digits that only the machine knows. */
const plain = (value: number): string => String(Number(value.toFixed(6)));
