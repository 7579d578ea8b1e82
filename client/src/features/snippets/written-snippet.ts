import type { Snippet, SnippetText } from '@stammgast/shared/contract/snippets';

/** A snippet as it stands in the form. */
export interface WrittenSnippet {
  readonly name: string;
  readonly language: SnippetText['language'];
  readonly channelId: string | null;
  readonly bodySie: string;
  /** Empty: there is no form with du. */
  readonly bodyDu: string;
}
/** What is changed, and the version that was seen; null: a new one. */
export type Seen = Pick<Snippet, 'id' | 'version'> | null;

export const toWritten = ({ name, language, channelId, bodySie, bodyDu }: SnippetText): WrittenSnippet => ({
  name,
  language,
  channelId,
  bodySie,
  bodyDu: bodyDu ?? '',
});

export const toText = ({ bodyDu, ...rest }: WrittenSnippet): SnippetText => ({
  ...rest,
  bodyDu: bodyDu.trim() === '' ? null : bodyDu,
});

export type MissingFields = Readonly<Partial<Record<'name' | 'bodySie', true>>>;

export const missingIn = ({ name, bodySie }: WrittenSnippet): MissingFields => ({
  ...(name.trim() === '' && { name: true }),
  ...(bodySie.trim() === '' && { bodySie: true }),
});

/** The text with these words in place of what is marked, and where the caret stands then. */
export function insertedAt(text: string, start: number, end: number, words: string): { text: string; caret: number } {
  return { text: text.slice(0, start) + words + text.slice(end), caret: start + words.length };
}
