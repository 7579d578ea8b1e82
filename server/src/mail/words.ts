import type { Locale, Register } from '@stammgast/shared/contract/team';
import { type Language, languageOf, wordsIn } from '@stammgast/shared/domain/locale';

const words: Readonly<Record<Language, { readonly subject: string; readonly text: string }>> = {
  de: {
    subject: 'Testnachricht von Stammgast',
    text: 'Diese Nachricht {haben Sie|hast du} in Stammgast selbst ausgelöst.\n\nDer E-Mail-Versand funktioniert.\n',
  },
  en: {
    subject: 'Test message from Stammgast',
    text: 'You have sent this message yourself, in Stammgast.\n\nSending e-mail works.\n',
  },
};

/** What an administrator gets who tries the mail server. */
export function testMail(locale: Locale, register: Register, house: string) {
  const { subject, text } = wordsIn(locale, words[languageOf(locale)], register);
  return { subject: `${subject} (${house})`, text };
}
