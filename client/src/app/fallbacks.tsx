import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiProblem } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { Empty, Failed } from '../components/states.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="main" id="content">
      <Empty
        heading="h1"
        title={t('notFound.title')}
        action={
          <Link className="btn" to="/inbox">
            {t('notFound.action')}
          </Link>
        }
      >
        <p>{t('notFound.text')}</p>
      </Empty>
    </main>
  );
}

/** The last net under every view. */
export function Crash({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const reload = () => window.location.reload();
  return (
    <main className="main" id="content">
      {isApiProblem(error) ? (
        <Failed error={error} onRetry={reload} />
      ) : (
        <Empty heading="h1" title={t('crash.title')} action={<Button onClick={reload}>{t('crash.action')}</Button>}>
          <p>{t('crash.text')}</p>
        </Empty>
      )}
    </main>
  );
}
