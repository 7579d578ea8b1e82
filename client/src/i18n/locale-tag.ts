/** Dates of the English UI are those of Britain: day first, 24 hours. */
export const localeTag = (language: string): string => (language === 'en' ? 'en-GB' : 'de-DE');
