/** What makes two names one tag: neither case nor umlauts nor blanks count. Unlike foldedName, without writing them out: ozlem finds Özlem. */
export const foldTag = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ')
    .trim();
