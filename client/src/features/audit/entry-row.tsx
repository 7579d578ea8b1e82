import type { AuditEntry } from '@stammgast/shared/contract/audit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon.tsx';
import { Instant } from '../../components/instant.tsx';
import { useEntryWords } from './use-entry-words.ts';

/** One change as a sentence, with what was before and after. */
export function EntryRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const words = useEntryWords();
  const changes = words.changes(entry);
  const { channel, thread } = entry;
  return (
    <li>
      <Instant at={entry.at} className="when" />
      <div>
        <p className="sentence">{words.sentence(entry)}</p>
        {changes.length > 0 && (
          <dl className="changes">
            {changes.map(({ name, label, before, after }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>
                  {before !== null && (
                    <>
                      <del>{before}</del>
                      <Icon name="right" />
                      <span className="sr">{t('to')}</span>
                    </>
                  )}
                  <ins>{after}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className="where">
          <span>{t('number', { number: entry.seq })}</span>
          {channel && <span>{channel.name ?? t('goneChannel')}</span>}
          {thread?.number != null && (
            <Link className="link" to="/inbox/$threadId" params={{ threadId: thread.id }} search={{ q: '' }}>
              {t('thread', { number: thread.number })}
            </Link>
          )}
          {thread && thread.number === null && <span>{t('goneThread')}</span>}
          {thread && (
            <Link className="link" to="/audit" search={{ thread: thread.id }}>
              {t('history')}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}
