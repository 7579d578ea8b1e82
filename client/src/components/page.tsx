import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Sets the title of the browser tab: “name – Stammgast”. */
export function usePageTitle(name: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('pageTitle', { page: name });
  }, [name, t]);
}

/** Frame of every page that is not the inbox: title on top, actions at its end. */
export function Page({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  usePageTitle(title);
  return (
    <main className="main" id="content" tabIndex={-1}>
      <div className="page">
        <header className="page-head">
          <h1>{title}</h1>
          {actions && <div className="end">{actions}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}
