import type { Locale, Register } from '@stammgast/shared/contract/team';
import { type Language, languageOf, wordsIn } from '@stammgast/shared/domain/locale';

const words: Readonly<Record<Language, { readonly subject: string; readonly text: string }>> = {
  de: {
    subject: 'Bericht ruht',
    text: 'Dieser Bericht, {den Sie eingeplant haben|den du eingeplant hast}, wurde nicht gesendet: Es gibt keinen Kanal mehr, um den es darin geht. Sobald es wieder einen gibt, geht er von selbst weiter hinaus.\n\nAnsehen oder entfernen, unter „Per E-Mail“:',
  },
  en: {
    subject: 'Report resting',
    text: 'This report, which you have scheduled, was not sent: there is no channel left that it is about. As soon as there is one again, it goes out by itself.\n\nLook at it or remove it, under “By e-mail”:',
  },
};

/** What whoever has planned a report gets when it begins to rest. */
export function restMail(
  locale: Locale,
  register: Register,
  { name, house, origin }: { name: string; house: string; origin: string },
) {
  const { subject, text } = wordsIn(locale, words[languageOf(locale)], register);
  return { subject: `${subject}: ${name} (${house})`, text: `${text}\n${origin}/reports\n` };
}
