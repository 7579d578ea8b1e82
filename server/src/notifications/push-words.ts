import type { Locale, Register } from '@stammgast/shared/contract/team';
import { type Language, languageOf, wordsIn } from '@stammgast/shared/domain/locale';
import { listOfEvent, type NotifyEvent } from '@stammgast/shared/domain/notify/events';

type Words = Readonly<Record<NotifyEvent, readonly [one: string, many: string]>>;

const words: Readonly<Record<Language, Words>> = {
  de: {
    assigned: ['1 Gespräch {Ihnen|dir} zugewiesen', '# Gespräche {Ihnen|dir} zugewiesen'],
    mentioned: ['{Sie wurden|Du wurdest} erwähnt', '{Sie wurden|Du wurdest} #-mal erwähnt'],
    soon: ['1 Gespräch knapp', '# Gespräche knapp'],
    breached: ['1 Gespräch überfällig', '# Gespräche überfällig'],
    approval: ['1 Freigabe erbeten', '# Freigaben erbeten'],
    returned: ['1 Antwort kam zurück', '# Antworten kamen zurück'],
    publishing: ['1 Antwort nicht sicher veröffentlicht', '# Antworten nicht sicher veröffentlicht'],
    promise: ['1 Zusage fällig', '# Zusagen fällig'],
    radar: ['1 Thema nimmt zu', '# Themen nehmen zu'],
    review: ['1 Rückmeldung zu {Ihrer|deiner} Antwort', '# Rückmeldungen zu {Ihren|deinen} Antworten'],
    disputed: ['1 Widerspruch gegen eine Bewertung', '# Widersprüche gegen Bewertungen'],
    house: ['1 Störung im Haus', '# Störungen im Haus'],
    settled: ['1 Widerspruch von {Ihnen|dir} ist entschieden', '# Widersprüche von {Ihnen|dir} sind entschieden'],
  },
  en: {
    assigned: ['1 thread assigned to you', '# threads assigned to you'],
    mentioned: ['You were mentioned', 'You were mentioned # times'],
    soon: ['1 thread due soon', '# threads due soon'],
    breached: ['1 thread overdue', '# threads overdue'],
    approval: ['1 approval requested', '# approvals requested'],
    returned: ['1 answer came back', '# answers came back'],
    publishing: ['1 answer not certain to be published', '# answers not certain to be published'],
    promise: ['1 promise due', '# promises due'],
    radar: ['1 topic is rising', '# topics are rising'],
    review: ['1 piece of feedback on your answer', '# pieces of feedback on your answers'],
    disputed: ['1 objection to a review', '# objections to reviews'],
    house: ['1 fault in the house', '# faults in the house'],
    settled: ['1 objection of yours decided', '# objections of yours decided'],
  },
};
const testWords: Readonly<Record<Language, string>> = {
  de: 'Benachrichtigungen kommen auf diesem Gerät an.',
  en: 'Notifications arrive on this device.',
};

export const testText = (locale: Locale): string => wordsIn(locale, testWords[languageOf(locale)]);

const countWords = (locale: Locale, register: Register, event: NotifyEvent, count: number): string => {
  const [one, many] = wordsIn(locale, words[languageOf(locale)][event], register);
  return count === 1 ? one : many.replace('#', String(count));
};

interface Item {
  readonly event: NotifyEvent;
  readonly threadId: string | null;
}
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  /** Where a click leads, within the house. */
  readonly path: string;
}

/** What a device shows: how much of which kind, and never what somebody outside has written. */
export function pushMessage(title: string, locale: Locale, register: Register, items: readonly Item[]): PushMessage {
  const kinds = Map.groupBy(items, ({ event }) => event);
  const body = [...kinds].map(([event, same]) => countWords(locale, register, event, same.length)).join(' · ');
  return { title, body, path: pathOf(items) };
}

function pathOf(items: readonly Item[]): string {
  const [first] = items;
  if (items.length === 1 && first?.threadId) return `/inbox/${encodeURIComponent(first.threadId)}`;
  const kinds = new Set(items.map(({ event }) => event));
  const list = first && kinds.size === 1 ? listOfEvent[first.event] : undefined;
  return list ? `/inbox?q=${encodeURIComponent(list)}` : '/notifications';
}
