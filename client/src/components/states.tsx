import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, isApiProblem } from '../api/problem.ts';
import { Button } from './button.tsx';

/** Why there is nothing, and the next step. */
export function Empty({
  title,
  children,
  action,
  art,
  heading: Heading = 'h2',
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  art?: ReactNode;
  /** h1 where there is nothing else on the page. */
  heading?: 'h1' | 'h2';
}) {
  return (
    <div className="empty">
      {art}
      <Heading className="title">{title}</Heading>
      {children}
      {action && <p className="acts">{action}</p>}
    </div>
  );
}

/** What is not there for this person stays so, however often one asks. */
const isForGood = (error: unknown) => isApiProblem(error) && (error.status === 403 || error.status === 404);

/** Something could not be loaded: the reason in words and, where it may help, a way to try again. */
export function Failed({ error, title, onRetry }: { error: unknown; title?: ReactNode; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="empty" role="alert">
      <p className="title">{title ?? t('notLoaded')}</p>
      <p>{t(`problems:${codeOf(error)}`)}</p>
      {onRetry && !isForGood(error) && (
        <Button icon="refresh" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

/** True after a moment: what is fast never flickers. */
export function useLate(milliseconds = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return late;
}

const widths = ['w0', 'w1', 'w2', 'w3', 'w4', 'w5'];

/** Up to six grey lines in the place of what is being loaded, shown only when it takes long. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  const late = useLate();
  return (
    <div className="skels" role="status" aria-label={t('loading')}>
      {late && widths.slice(0, lines).map((width) => <span key={width} className={`skel ${width}`} />)}
    </div>
  );
}
