import type { Wall } from '@stammgast/shared/contract/wall';
import { defaultViews } from '@stammgast/shared/domain/search/default-views';
import { textOfTerms } from '@stammgast/shared/domain/search/print';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/avatar.tsx';

const searchFor = ({ name }: { name: string }, value: 'open' | 'overdue') =>
  textOfTerms({ key: 'is', value }, { key: 'assignee', value: `@${name}` });

/** Who has how many open: in the order of names, not a ranking. */
export function Workload({ wall: { workload, unassigned } }: { wall: Wall }) {
  const { t, i18n } = useTranslation('wall');
  const people = workload.toSorted((a, b) => a.name.localeCompare(b.name, i18n.language));
  const most = Math.max(1, unassigned, ...people.map(({ open }) => open));
  return (
    <section aria-labelledby="workload">
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
                {person.breached > 0 ? (
                  <Link to="/inbox" search={{ q: searchFor(person, 'overdue') }}>
                    {t('workload.breached', { count: person.breached })}
                  </Link>
                ) : (
                  t('workload.breached', { count: 0 })
                )}
              </small>
            </span>
            <Meter part={person.open / most} />
            <Link className="num strong" to="/inbox" search={{ q: searchFor(person, 'open') }}>
              {person.open.toLocaleString(i18n.language)}
            </Link>
          </li>
        ))}
        <li>
          <span className="av m none" aria-hidden="true" />
          <span>{t('workload.nobody')}</span>
          <Meter part={unassigned / most} free />
          <Link className="num strong" to="/inbox" search={{ q: defaultViews.unassigned }}>
            {unassigned.toLocaleString(i18n.language)}
          </Link>
        </li>
      </ul>
    </section>
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
