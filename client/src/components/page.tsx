import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Sets the title of the browser tab: “name – Stammgast”. */
export function usePageTitle(name: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('pageTitle', { page: name });
  }, [name, t]);
}

interface PageProps {
  readonly title: string;
  /** One line beside the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}
/** Frame of every page that is not the inbox: title on top, actions at its end. */
export function Page({ title, note, actions, children }: PageProps) {
  usePageTitle(title);
  return (
    <main className="main" id="content" tabIndex={-1}>
      <div className="page">
        <header className="page-head">
          <h1>{title}</h1>
          {note && <p className="muted">{note}</p>}
          {actions && <div className="end">{actions}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}
