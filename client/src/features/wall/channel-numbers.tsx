import type { Wall } from '@stammgast/shared/contract/wall';
import { termsOfChannel } from '@stammgast/shared/domain/search/names';
import { textOfTerms } from '@stammgast/shared/domain/search/print';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '../../components/channel-name.tsx';
import { Shape } from '../../components/icon.tsx';
import { Table } from '../../components/table.tsx';
import { useInstantWords } from '../../components/use-instant-words.ts';
import { durationWords } from '../../i18n/duration.ts';

type ChannelWall = Wall['channels'][number];

/** Open, overdue and time to first answer by channel; a channel in trouble says so beside its numbers. */
export function ChannelNumbers({ channels }: { channels: readonly ChannelWall[] }) {
  const { t } = useTranslation('wall');
  return (
    <section aria-labelledby="channel-numbers">
      <header className="block-head">
        <h2 id="channel-numbers">{t('channels.title')}</h2>
        <Link className="link meta end" to="/channels">
          {t('channels.details')}
        </Link>
      </header>
      {channels.length === 0 ? (
        <p className="muted">{t('channels.empty')}</p>
      ) : (
        <Table
          caption={t('channels.label')}
          head={
            <>
              <th scope="col">{t('channels.channel')}</th>
              <th scope="col">{t('channels.state')}</th>
              {(['open', 'breached', 'waiting', 'median', 'p90', 'n'] as const).map((column) => (
                <th scope="col" className="num" key={column}>
                  {t(`channels.${column}`)}
                </th>
              ))}
            </>
          }
        >
          {channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} channels={channels} />
          ))}
        </Table>
      )}
    </section>
  );
}

function ChannelRow({ channel, channels }: { channel: ChannelWall; channels: readonly ChannelWall[] }) {
  const { t, i18n } = useTranslation(['wall', 'durations']);
  const number = (value: number) => value.toLocaleString(i18n.language);
  const searchFor = (value: 'open' | 'overdue') =>
    textOfTerms({ key: 'is', value }, ...termsOfChannel(channel, channels));
  const time = (minutes: number | null) =>
    minutes === null ? <span className="muted">{t('noData')}</span> : durationWords(t, minutes, { days: true });
  return (
    <tr>
      <th scope="row">
        <ChannelName platform={channel.platform} name={channel.name} />
      </th>
      <td>
        <Delivery channel={channel} />
      </td>
      <td className="num">
        <Link to="/inbox" search={{ q: searchFor('open') }} className={channel.open > 0 ? undefined : 'zero'}>
          {number(channel.open)}
        </Link>
      </td>
      <td className="num">
        <Link
          to="/inbox"
          search={{ q: searchFor('overdue') }}
          className={channel.breached > 0 ? 'c-over strong' : 'zero'}
        >
          {number(channel.breached)}
        </Link>
      </td>
      <td className="num">{number(channel.stillWaiting)}</td>
      <td className="num">{time(channel.medianMinutes)}</td>
      <td className="num">{time(channel.p90Minutes)}</td>
      <td className="num">{number(channel.n)}</td>
    </tr>
  );
}

const looks = {
  new: ['soon', 'idle'],
  ok: ['done', 'ok'],
  failing: ['over', 'gap'],
  paused: ['pause', 'idle'],
} as const;

function Delivery({ channel: { state, lastSuccessAt } }: { channel: ChannelWall }) {
  const { t } = useTranslation('wall');
  const words = useInstantWords();
  const [shape, tone] = looks[state];
  const timeless = state === 'ok' ? 'okNever' : 'failingNever';
  const key = state === 'ok' || state === 'failing' ? (lastSuccessAt ? state : timeless) : state;
  return (
    <span className={`state ${tone}`}>
      <Shape name={shape} />
      {t(`state.${key}`, { at: lastSuccessAt ? words(lastSuccessAt) : '' })}
    </span>
  );
}
