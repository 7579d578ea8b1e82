import { useTranslation } from 'react-i18next';
import { curlOf } from '../../api/curl.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import type { Operation } from './operations.ts';
import { exampleOf, type JsonSchema } from './schema.ts';
import { SchemaTable } from './schema-table.tsx';

/** One call: what it does, what goes in, what comes out, and a line to try it. */
export function OperationPart({ operation }: { operation: Operation }) {
  const { t } = useTranslation('api-docs');
  const { operationId, method, path, summary, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json'].schema;
  const result = resultOf(responses);
  const curl = curlOf({
    method,
    url: window.location.origin + path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase()),
    token: 'TOKEN',
    ...(body && { body: exampleOf(body) }),
  });
  return (
    <section className="api-part" id={operationId}>
      <h2>
        <span className="method">{method}</span>
        <code>{path}</code>
      </h2>
      <p lang="en">{summary}</p>
      {parameters.length > 0 && (
        <>
          <h3>{t('parameters')}</h3>
          <SchemaTable caption={`${t('parameters')}: ${path}`} schema={asObject(parameters)} />
        </>
      )}
      {body && (
        <>
          <h3>{t('body')}</h3>
          <SchemaTable caption={`${t('body')}: ${path}`} schema={body} />
        </>
      )}
      {result && (
        <>
          <h3>{t('result')}</h3>
          <SchemaTable caption={`${t('result')}: ${path}`} schema={result} />
        </>
      )}
      <div className="api-two">
        <CodeBlock label={t('curl')} of={path} text={curl} />
        {result && (
          <CodeBlock
            label={`${t('example')}: ${t('result')}`}
            of={path}
            text={JSON.stringify(exampleOf(result), null, 2)}
          />
        )}
      </div>
    </section>
  );
}

function resultOf(responses: Operation['responses']): JsonSchema | undefined {
  const content = responses['200']?.content;
  return content && 'application/json' in content ? content['application/json'].schema : undefined;
}

/** Parameters look like the fields of one object. */
function asObject(parameters: Operation['parameters']): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}
