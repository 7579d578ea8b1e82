import '../../../styles/approval.css';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon.tsx';
import { useReasonWords } from './reason-words.ts';
import type { ApprovalNeed as Need } from './use-approval-need.ts';

/** Above the paper: that a second person will see this answer first, and why. */
export function ApprovalNeed({ reasons, reachUnknown }: Need) {
  const { t } = useTranslation('approval');
  const words = useReasonWords();
  return (
    <div className="bar need" role="status">
      <Icon name="stamp" />
      <span>{reasons.length > 0 ? t('needed', { reasons: words(reasons) }) : reachUnknown && t('reachUnknown')}</span>
    </div>
  );
}
