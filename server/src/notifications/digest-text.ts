import type { Locale, Register } from '@stammgast/shared/contract/team';
import { type Language, languageOf, wordsIn } from '@stammgast/shared/domain/locale';
import { listOfEvent, type NotifyEvent } from '@stammgast/shared/domain/notify/events';

export type DigestPeriod = 'daily' | 'weekly';
export interface Section {
  readonly event: NotifyEvent;
  readonly count: number;
  /** There are at least so many. */
  readonly more: boolean;
}
interface Digest {
  readonly period: DigestPeriod;
  readonly house: string;
  readonly name: string;
  /** Where the house is found. */
  readonly origin: string;
  readonly sections: readonly Section[];
}

const words = {
  de: {
    subject: { daily: 'Heute für {Sie|dich}', weekly: '{Ihre|Deine} Woche' },
    hello: '{Guten Tag|Hallo}',
    lead: 'Das wartet auf {Sie|dich}. Jede Zeile führt zur genauen Liste.',
    foot: '{Sie bekommen|Du bekommst} diese E-Mail, weil {Sie sie in Ihrem Profil eingeschaltet haben|du sie in deinem Profil eingeschaltet hast}. Ändern oder abbestellen:',
    sections: {
      assigned: 'offen und {Ihnen|dir} zugewiesen',
      mentioned: 'mit einer Erwähnung von {Ihnen|dir}',
      soon: 'knapp',
      breached: 'überfällig',
      approval: 'zur Freigabe',
      publishing: 'mit misslungener oder ungewisser Antwort',
      promise: 'mit einer Zusage',
    },
  },
  en: {
    subject: { daily: 'Today for you', weekly: 'Your week' },
    hello: 'Hello',
    lead: 'This is waiting for you. Each line leads to the exact list.',
    foot: 'You get this e-mail because you have switched it on in your profile. Change or cancel:',
    sections: {
      assigned: 'open and assigned to you',
      mentioned: 'with a mention of you',
      soon: 'due soon',
      breached: 'overdue',
      approval: 'waiting for approval',
      publishing: 'with a failed or uncertain answer',
      promise: 'with a promise',
    },
  },
} satisfies Record<Language, object>;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '');

/** The mail as text and as simple HTML; what somebody outside wrote is not in it. */
export function digestMail(locale: Locale, register: Register, { period, house, name, origin, sections }: Digest) {
  const say = wordsIn(locale, words[languageOf(locale)], register);
  const lines = sections.map(({ event, count, more }) => ({
    text: `${count}${more ? '+' : ''} ${say.sections[event as keyof typeof say.sections]}`,
    link: `${origin}/inbox?q=${encodeURIComponent(listOfEvent[event] ?? '')}`,
  }));
  const profile = `${origin}/profile#notify`;
  return {
    subject: `${say.subject[period]}: ${lines
      .map(({ text }) => text)
      .slice(0, 2)
      .join(', ')} (${house})`,
    text: [
      `${say.hello} ${name},`,
      say.lead,
      lines.map(({ text, link }) => `${text}\n${link}`).join('\n\n'),
      `${say.foot}\n${profile}\n`,
    ].join('\n\n'),
    html: [
      `<p>${safe(say.hello)} ${safe(name)},</p><p>${safe(say.lead)}</p><ul>`,
      ...lines.map(({ text, link }) => `<li><a href="${safe(link)}">${safe(text)}</a></li>`),
      `</ul><p><small>${safe(say.foot)} <a href="${safe(profile)}">${safe(profile)}</a></small></p>`,
    ].join('\n'),
  };
}
