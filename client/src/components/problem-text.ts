import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/problem.ts';

/** Words for a code: those of the feature where it has its own, else the general ones. */
export function useCodeText(namespace: string): (code: string) => string {
  const { t } = useTranslation([namespace, 'problems']);
  return (code) => t([`${namespace}:error.${code}`, `problems:${code}`]);
}

/** Words for a failed call. */
export function useProblemText(namespace: string): (error: unknown) => string {
  const words = useCodeText(namespace);
  return (error) => words(codeOf(error));
}
