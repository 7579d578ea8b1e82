/** Languages that the house tells apart by itself. */
export const languages = ['de', 'en', 'fr', 'it', 'es', 'pt'] as const;

export function languageName(language: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language;
}
