import '../../styles/administration.css';
import { getOpenApi, type OpenApi } from '@stammgast/shared/contract/openapi';
import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Skeleton } from '../../components/states.tsx';
import { OperationPart } from './operation-part.tsx';
import { operationsOf } from './operations.ts';
import { SchemaTable } from './schema-table.tsx';

/** The HTTP API for other systems, drawn from the OpenAPI document that the server makes of its contracts. */
export function ApiDocsPage() {
  const { t } = useTranslation('api-docs');
  const api = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => call(getOpenApi, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page
      title={t('title')}
      actions={
        <a className="btn" href="/api/openapi.json" target="_blank" rel="noreferrer">
          <Icon name="external" />
          {t('raw')}
        </a>
      }
    >
      {api.isPending && <Skeleton lines={8} />}
      {api.isError && <Failed error={api.error} title={t('failed')} onRetry={() => void api.refetch()} />}
      {api.data && <Document document={api.data} />}
    </Page>
  );
}

function Document({ document }: { document: OpenApi }) {
  const { t } = useTranslation('api-docs');
  const operations = operationsOf(document);
  return (
    <>
      <p className="page-lead">{t('lead')}</p>
      <div className="api-grid">
        <nav className="api-toc" aria-label={t('contents')}>
          <h2 className="label">{t('contents')}</h2>
          <ul>
            {operations.map(({ operationId, method, path }) => (
              <li key={operationId}>
                <a href={`#${operationId}`}>
                  <span className="muted">{method}</span> {path.replace('/api/v1', '')}
                </a>
              </li>
            ))}
            <li>
              <a href="#problems">{t('problems.title')}</a>
            </li>
          </ul>
        </nav>
        <div>
          <section className="api-part">
            <h2>{t('auth.title')}</h2>
            <p className="page-lead">
              <Trans t={t} i18nKey="auth.text" components={{ code: <code /> }} />
            </p>
          </section>
          {operations.map((operation) => (
            <OperationPart key={operation.operationId} operation={operation} />
          ))}
          <section className="api-part" id="problems">
            <h2>{t('problems.title')}</h2>
            <p>{t('problems.text')}</p>
            <SchemaTable caption={t('problems.title')} schema={document.components.schemas.Problem ?? {}} />
          </section>
        </div>
      </div>
    </>
  );
}
