interface Found {
  readonly start: number;
  readonly end: number;
}

const candidate =
  /(?:https?:\/\/|www\.)[^\s"'<>()]{1,2000}|(?<![\w@.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:de|at|ch|com|net|org|eu|info|io|ly|shop|app|co|uk|me|biz|online)\b(?:\/[^\s"'<>()]{0,2000})?(?![\w@-]|\.[a-z])/g;

/** Links in a folded text whose domain is not ours: with a scheme, with www, or a bare domain name. */
export const unknownLinks = (text: string, domains: readonly string[]): Found[] =>
  [...text.matchAll(candidate)]
    .filter((match) => !isOwn(hostOf(match[0]), domains))
    .map((match) => ({ start: match.index, end: match.index + match[0].replace(/[.,;:!?]+$/, '').length }));

/** What decides where a link leads: after any "name@" and before port, path and query. */
function hostOf(link: string): string {
  const rest = link.replace(/^https?:\/\//, '').split(/[/?#\\]/)[0] ?? '';
  return (rest.split('@').at(-1) ?? '').replace(/:\d*$/, '').replace(/[.,;:!?]+$/, '');
}

const isOwn = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => {
    const own = domain
      .trim()
      .toLowerCase()
      .replace(/^www\./, '');
    return own !== '' && (host === own || host.endsWith(`.${own}`));
  });
