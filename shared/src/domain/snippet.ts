import { foldedName } from './folded-name.ts';

/** What a snippet may ask for in double braces, by its German and its English word. */
const variables = {
  name: ['name', 'full name'],
  first: ['vorname', 'first name'],
  last: ['nachname', 'last name'],
  me: ['ich', 'me'],
  house: ['haus', 'house'],
  channel: ['kanal', 'channel'],
} as const;
export type SnippetVariable = keyof typeof variables;
export const snippetVariables = Object.keys(variables) as SnippetVariable[];

/** What is known in this place; what is not stays in its braces, and an answer with braces does not go out. */
export type SnippetValues = Readonly<Partial<Record<SnippetVariable, string>>>;

const placeholder = /\{\{\s*([^{}]{1,40}?)\s*\}\}/g;
const byWord = new Map(snippetVariables.flatMap((key) => variables[key].map((word) => [word as string, key] as const)));

/** The word of a variable as it is written in a snippet of that language: `{{vorname}}`. */
export const variableWord = (variable: SnippetVariable, language: 'de' | 'en'): string =>
  `{{${variables[variable][language === 'de' ? 0 : 1]}}}`;

/** Its text for those whom one addresses so; without one for du that for Sie. */
export const snippetBody = (
  { bodySie, bodyDu }: { readonly bodySie: string; readonly bodyDu: string | null },
  register: 'sie' | 'du',
): string => (register === 'du' ? (bodyDu ?? bodySie) : bodySie);

/** The snippet's text with everything filled in that is known here. */
export function fillSnippet(body: string, values: SnippetValues): string {
  return body.replace(placeholder, (whole, word: string) => {
    const key = byWord.get(word.toLowerCase());
    return (key && values[key]) || whole;
  });
}

/** Words in braces that are no variables, as they are written. */
export function unknownVariables(body: string): string[] {
  const words = [...body.matchAll(placeholder)].map(([, word = '']) => word);
  return [...new Set(words.filter((word) => !byWord.has(word.toLowerCase())))];
}

const titles = /^(?:dr|prof|mag|ing|dipl|herr|frau|mr|mrs|ms)\.?$/i;
const namePart = /^\p{Lu}[\p{L}'’-]+$/u;

/** First and last name, where the author's name looks like one: "Sabine Keller" does, "@lena_bergfrei" does not. */
export function namesOfAuthor(name: string): SnippetValues {
  const parts = name
    .trim()
    .split(/\s+/)
    .filter((part) => !titles.test(part));
  if (parts.length < 2 || parts.length > 4 || !parts.every((part) => namePart.test(part))) return {};
  return { name: name.trim(), first: parts[0] ?? '', last: parts.at(-1) ?? '' };
}

/** What is typed after `::` fits a snippet when all of its words begin a word of its name. */
export function snippetFits(folded: string, typed: string): boolean {
  const words = folded.split(' ');
  return foldedName(typed)
    .split(' ')
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
