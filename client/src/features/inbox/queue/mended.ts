import { printValue } from '@stammgast/shared/domain/search/print';
import type { SearchError } from '@stammgast/shared/domain/search/search-error';

const mendable: readonly SearchError['code'][] = ['key.unknown', 'value.unknown', 'name.unknown'];

/** The text with the nearest known word in the place of the unknown one; null when there is none. */
export function mended(text: string, { code, at, length, typed, nearest }: SearchError): string | null {
  if (nearest === undefined || !mendable.includes(code)) return null;
  if (code !== 'name.unknown') return text.slice(0, at) + nearest + text.slice(at + length);
  const name = printValue({ key: 'tag', value: nearest }, 'en');
  // The server tells the name, not its place; it may stand in quotation marks.
  const place = [`"${typed}"`, typed].find((one) => text.includes(one));
  return place === undefined ? null : text.replace(place, () => name);
}
