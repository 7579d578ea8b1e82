import type { Locale, Register } from '@stammgast/shared/contract/team';
import { type Language, languageOf, wordsIn } from '@stammgast/shared/domain/locale';

interface Words {
  readonly subject: string;
  readonly team: string;
  /** A channel that is disconnected does not come back. */
  readonly channel: string;
}

const words: Readonly<Record<Language, Words>> = {
  de: {
    subject: 'Bericht ruht',
    team: 'Dieser Bericht, {den Sie eingeplant haben|den du eingeplant hast}, wurde nicht gesendet: Es gibt keinen Kanal mehr, um den es darin geht. Sobald es wieder einen gibt, geht er von selbst weiter hinaus.\n\nAnsehen oder entfernen, unter „Per E-Mail“:',
    channel:
      'Dieser Bericht, {den Sie eingeplant haben|den du eingeplant hast}, wurde nicht gesendet: Der Kanal, um den es darin geht, ist getrennt, und der Bericht geht nicht mehr hinaus. {Entfernen Sie ihn, oder planen Sie|Entferne ihn, oder plane} ihn mit einem anderen Kanal neu ein, unter „Per E-Mail“:',
  },
  en: {
    subject: 'Report resting',
    team: 'This report, which you have scheduled, was not sent: there is no channel left that it is about. As soon as there is one again, it goes out by itself.\n\nLook at it or remove it, under “By e-mail”:',
    channel:
      'This report, which you have scheduled, was not sent: the channel that it is about is disconnected, and the report does not go out any more. Remove it, or schedule it anew with another channel, under “By e-mail”:',
  },
};

/** What whoever has planned a report gets when it begins to rest. */
export function restMail(
  locale: Locale,
  register: Register,
  { name, house, origin, isOver }: { name: string; house: string; origin: string; isOver: boolean },
) {
  const { subject, team, channel } = wordsIn(locale, words[languageOf(locale)], register);
  return { subject: `${subject}: ${name} (${house})`, text: `${isOver ? channel : team}\n${origin}/reports\n` };
}
