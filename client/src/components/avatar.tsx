/** What German names are preceded by: Dr., Univ.-Prof., Mag. (FH), Mag.a. */
const titles = /^(?:(?:univ|prof|dr|mag|dipl|ing|med|jur|iur|phil)\.(?:(?:in|a)(?= ))? *-?|\([^)]*\) *)+/iu;

/** Two letters of a name without its titles: first and last word, or the first two of a single one. */
export function initialsOf(name: string): string {
  const words = (name.replace(titles, '') || name).split(/[\s._-]+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const letters =
    words.length > 1
      ? [words[0], words.at(-1)].map((word) => firstOf(word ?? ''))
      : [...(words[0] ?? '?')].filter((sign) => sign === '?' || isSign(sign)).slice(0, 2);
  return letters.join('').toUpperCase();
}

const isSign = (sign: string) => /\p{L}|\p{N}/u.test(sign);
const firstOf = (word: string) => [...word].find(isSign) ?? '';

/** Guests are round, staff are name plates. Its name has to stand beside it or in `title`. */
export function Avatar({
  name,
  guest = false,
  size,
  away = false,
  titled = false,
}: {
  name: string;
  guest?: boolean;
  size?: 'm' | 'l';
  away?: boolean;
  titled?: boolean;
}) {
  const classes = ['av', guest ? 'guest' : '', size ?? '', away ? 'away' : ''].filter(Boolean).join(' ');
  return (
    <span className={classes} title={titled ? name : undefined}>
      <span aria-hidden="true">{initialsOf(name)}</span>
      {titled && <span className="sr">{name}</span>}
    </span>
  );
}
