import { type AuditEntry, auditDetails, topicOf } from '@stammgast/shared/contract/audit';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery, colleaguesQuery } from '../../api/people-and-channels.ts';
import { useInstantWords } from '../../components/use-instant-words.ts';

export interface ChangeWords {
  readonly name: string;
  readonly label: string;
  /** Null where there was nothing to compare with. */
  readonly before: string | null;
  readonly after: string;
}

const MARK = 'hmac:';
const isNothing = (value: unknown) => value === null || value === undefined || value === '';

const isWord = (value: unknown) => typeof value === 'string' || typeof value === 'number';
/** Of a report these are days; elsewhere they are other things, which the change tells. */
const isTold = (kind: AuditEntry['kind'], name: string) =>
  topicOf(kind) === 'report' || (name !== 'from' && name !== 'to');

/** Entries of the trail in words of the person's language. */
export function useEntryWords() {
  const { t, i18n } = useTranslation('audit');
  const instant = useInstantWords();
  const names = new Map((useQuery(colleaguesQuery).data ?? []).map(({ id, name }) => [id, name]));
  const channels = new Map((useQuery(channelsQuery).data ?? []).map(({ id, name }) => [id, name]));
  const person = (id: string) => names.get(id) ?? t('common:unknownPerson');
  const channel = (id: string) => channels.get(id) ?? t('goneChannel');
  const special: Record<string, (text: string) => string> = {
    assigneeId: person,
    leaderId: person,
    channelId: channel,
    channels: channel,
    snoozedUntil: instant,
    dueAt: instant,
  };

  /** What stands for a code; names and addresses stand for themselves. */
  function textOf(name: string, text: string): string {
    if (text.startsWith(MARK)) return t('mark', { mark: text.slice(MARK.length, MARK.length + 8) });
    const key = `audit:values.${name}.${text}`;
    return special[name]?.(text) ?? (/^[\w-]+$/.test(text) && i18n.exists(key) ? t(key) : text);
  }

  function wordOf(name: string, value: unknown): string {
    if (isNothing(value)) return t('nothing');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return typeof value === 'object' ? JSON.stringify(value) : textOf(name, String(value));
  }

  const wordsOf = (name: string, value: unknown) =>
    Array.isArray(value) && value.length > 0
      ? value.map((one) => wordOf(name, one)).join(', ')
      : wordOf(name, Array.isArray(value) ? null : value);

  function labelOf(name: string): string {
    if (name.startsWith('settings.')) return t('setting', { name: name.slice('settings.'.length) });
    return i18n.exists(`audit:fields.${name}`) ? t(`fields.${name}`) : name;
  }

  return {
    sentence({ kind, actor, details }: AuditEntry): string {
      const who = actor.kind === 'person' ? person(String(actor.id)) : t(`actors.${actor.kind}`);
      const about = typeof details.personId === 'string' ? details.personId : null;
      const [context] = [details.verdict, details.act, details.what, about && 'person'].filter(
        (one) => typeof one === 'string',
      );
      return t(`sentences.${kind}`, { who, person: about && person(about), ...(context ? { context } : {}) });
    },
    changes({ kind, before, after, details }: AuditEntry): ChangeWords[] {
      const told = Object.keys({ ...before, ...after }).map((name) => ({
        name,
        label: labelOf(name),
        before: before && !isNothing(before[name]) ? wordsOf(name, before[name]) : null,
        after: after ? wordsOf(name, after[name]) : t('gone'),
      }));
      const more = auditDetails
        .filter((name) => isWord(details[name]) && isTold(kind, name))
        .filter((name) => name !== 'reason' || !after?.resolvedReason)
        .map((name) => ({
          name: `details.${name}`,
          label: labelOf(name),
          before: null,
          after: wordsOf(name, details[name]),
        }));
      return [...told, ...more];
    },
  };
}
