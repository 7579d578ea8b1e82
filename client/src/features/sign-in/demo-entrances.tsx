import { demoSignIn, type Me } from '@stammgast/shared/contract/session';
import { type Role, roles } from '@stammgast/shared/domain/permissions';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';

/** One click each into the fictional house. */
export function DemoEntrances({ onEnter }: { onEnter: (me: Me) => void }) {
  const { t } = useTranslation('sign-in');
  const problemText = useProblemText('sign-in');
  const entering = useMutation({
    mutationFn: (role: Role) => call(demoSignIn, { body: { role } }),
    onSuccess: onEnter,
  });
  return (
    <div className="entrances">
      <p className="lead">{t('demo.text')}</p>
      {entering.isError && <Notice kind="error">{problemText(entering.error)}</Notice>}
      {roles.map((role) => (
        <Button
          key={role}
          size="lg"
          kind={role === 'agent' ? 'primary' : 'plain'}
          className="wide"
          disabled={entering.isPending}
          busy={entering.isPending && entering.variables === role}
          onClick={() => entering.mutate(role)}
        >
          {t(`demo.${role}`)}
        </Button>
      ))}
    </div>
  );
}
