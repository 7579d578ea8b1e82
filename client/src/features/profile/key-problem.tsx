import type { KeyMap } from '@stammgast/shared/domain/key-map';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useKeyWords } from '../../keys/key-words.ts';
import type { KeyChange } from './key-change.ts';

interface KeyProblemProps {
  readonly refused: Extract<KeyChange, { problem: unknown }>;
  readonly onSwap: (map: KeyMap) => void;
}

/** Why a key was not taken, said at once; where two commands could exchange theirs, the offer to do so. */
export function KeyProblem({ refused: { problem, swap }, onSwap }: KeyProblemProps) {
  const { t } = useTranslation(['profile', 'keys']);
  const words = useKeyWords();
  return (
    <div className="key-problem" role="alert">
      <Icon name="alert" />
      <span>
        {t(`keys.problems.${problem.reason}`, {
          key: 'key' in problem ? words(problem.key) : '',
          command: 'by' in problem ? t(`keys:commands.${problem.by}`) : '',
        })}
      </span>
      {swap && (
        <Button size="sm" onClick={() => onSwap(swap)}>
          {t('keys.swap')}
        </Button>
      )}
    </div>
  );
}
