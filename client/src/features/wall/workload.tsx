import type { Presence } from '@stammgast/shared/contract/presence';
import type { Wall, WallScope } from '@stammgast/shared/contract/wall';
import { termOfPerson } from '@stammgast/shared/domain/search/names';
import type { SearchTerm } from '@stammgast/shared/domain/search/search';
import { personList, standingList } from '@stammgast/shared/domain/wall-lists';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../api/people-and-channels.ts';
import { Avatar } from '../../components/avatar.tsx';
import { usePeoplePresent } from '../../live/presence.ts';
import { PersonTimes } from './person-times.tsx';

/** Who has how many open, and who is where: in the order of names, not a ranking. Not for a screen that all see. */
export function Workload({ wall, channel, scope }: WorkloadProps) {
  const { t, i18n } = useTranslation('wall');
  const present = usePeoplePresent();
  const people = wall.workload.toSorted((a, b) => a.name.localeCompare(b.name, i18n.language));
  const most = Math.max(1, wall.unassigned, ...people.map(({ open }) => open));
  return (
    <section className="load" aria-labelledby="workload">
      <header className="block-head">
        <h2 id="workload">{t('workload.title')}</h2>
        <span className="meta">{t('workload.note')}</span>
      </header>
      {people.length === 0 && <p className="muted">{t('workload.empty')}</p>}
      <ul className="people">
        {people.map((person) => (
          <li key={person.personId}>
            <Avatar name={person.name} size="m" />
            <span>
              {person.name}
              <small>
                <Place presence={present.get(person.personId)} />
                {person.breached > 0 && (
                  <OwnList id={person.personId} name={person.name} which="overdue" channel={channel}>
                    {t('workload.breached', { count: person.breached })}
                  </OwnList>
                )}
              </small>
            </span>
            <Meter part={person.open / most} />
            <OwnList className="num strong" id={person.personId} name={person.name} which="open" channel={channel}>
              {person.open.toLocaleString(i18n.language)}
            </OwnList>
          </li>
        ))}
        <li>
          <span className="av m none" aria-hidden="true" />
          <span>{t('workload.nobody')}</span>
          <Meter part={wall.unassigned / most} free />
          <Link
            className="num strong"
            to="/inbox"
            search={{ q: standingList('unassigned', channel) }}
            data-list="unassigned"
          >
            {wall.unassigned.toLocaleString(i18n.language)}
          </Link>
        </li>
      </ul>
      {wall.perPerson && <PersonTimes scope={scope} />}
    </section>
  );
}
interface WorkloadProps {
  readonly wall: Wall;
  readonly channel: readonly SearchTerm[];
  readonly scope: WallScope;
}

/** A search goes by name, and of namesakes by a code behind it: without everybody's names no link may promise a list. */
function OwnList({ id, name, which, channel, className, children }: OwnListProps) {
  const colleagues = useQuery(colleaguesQuery).data;
  if (!colleagues) return <span className={className}>{children}</span>;
  const person = termOfPerson({ id, name }, colleagues);
  return (
    <Link className={className} to="/inbox" search={{ q: personList(person, which, channel) }}>
      {children}
    </Link>
  );
}
interface OwnListProps {
  readonly id: string;
  readonly name: string;
  readonly which: Parameters<typeof personList>[1];
  readonly channel: readonly SearchTerm[];
  readonly className?: string;
  readonly children: ReactNode;
}

function Place({ presence }: { presence: Presence | undefined }) {
  const { t } = useTranslation('wall');
  if (!presence) return null;
  return (
    <Link to="/inbox/$threadId" params={{ threadId: presence.threadId }} search={{}}>
      {t(`workload.${presence.level}`)}
    </Link>
  );
}

/** The number beside it says the same. */
function Meter({ part, free = false }: { part: number; free?: boolean }) {
  return (
    <svg className="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className={free ? 'free' : undefined} width={100 * part} height="8" />
    </svg>
  );
}
