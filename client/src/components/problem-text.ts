import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/problem.ts';

/** Words for a failed call: those of the feature where it has its own, else the general ones. */
export function useProblemText(namespace: string): (error: unknown) => string {
  const { t } = useTranslation([namespace, 'problems']);
  return (error) => {
    const code = codeOf(error);
    return t([`${namespace}:error.${code}`, `problems:${code}`]);
  };
}
