import type { Locale } from '@stammgast/shared/contract/team';

interface MailWords {
  readonly test: (house: string) => { readonly subject: string; readonly text: string };
}

/** What mails of the house say. */
export const mailWords: Readonly<Record<Locale, MailWords>> = {
  de: {
    test: (house) => ({
      subject: `Testnachricht von Stammgast (${house})`,
      text: 'Diese Nachricht haben Sie in Stammgast selbst ausgelöst.\n\nDer E-Mail-Versand funktioniert.\n',
    }),
  },
  en: {
    test: (house) => ({
      subject: `Test message from Stammgast (${house})`,
      text: 'You have sent this message yourself, in Stammgast.\n\nSending e-mail works.\n',
    }),
  },
};
