import { fillSnippet } from '@stammgast/shared/domain/snippet';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { channelsQuery } from '../../api/people-and-channels.ts';
import type { WrittenSnippet } from './written-snippet.ts';

type PreviewProps = Pick<WrittenSnippet, 'language' | 'channelId' | 'bodySie' | 'bodyDu'>;

/** How an answer would begin, to a guest that does not exist: on channels with Sie, and on those with du. */
export function SnippetPreview({ language, channelId, bodySie, bodyDu }: PreviewProps) {
  const { t } = useTranslation('snippet-page');
  const me = useMe();
  const channels = useQuery(channelsQuery).data ?? [];
  const channel = channels.find(({ id }) => id === channelId) ?? channels[0];
  const [first, last] = [t('example.first'), t('example.last')];
  const values = { name: `${first} ${last}`, first, last, me: me.name, house: me.house.name };
  const filled = (body: string) => fillSnippet(body, { ...values, ...(channel && { channel: channel.name }) });
  const hasDu = bodyDu.trim() !== '';
  const two = language === 'de' || hasDu;
  return (
    <section className="snippet-preview" aria-label={t('preview.title')}>
      <h3 className="label">{t('preview.title')}</h3>
      <div className={two ? 'pair' : undefined}>
        <Filled title={two ? t('preview.sie') : null} language={language} text={filled(bodySie)} />
        {two && (
          <Filled
            title={t('preview.du')}
            note={hasDu ? null : t('preview.sameText')}
            language={language}
            text={filled(hasDu ? bodyDu : bodySie)}
          />
        )}
      </div>
    </section>
  );
}

interface FilledProps {
  readonly title: string | null;
  readonly note?: string | null;
  readonly language: 'de' | 'en';
  readonly text: string;
}

function Filled({ title, note, language, text }: FilledProps) {
  const { t } = useTranslation('snippet-page');
  return (
    <div>
      {title && (
        <p className="small">
          <b>{title}</b> {note && <span className="muted">{note}</span>}
        </p>
      )}
      {text.trim() === '' ? (
        <p className="small muted">{t('preview.empty')}</p>
      ) : (
        <p className="text" lang={language}>
          {text}
        </p>
      )}
    </div>
  );
}
