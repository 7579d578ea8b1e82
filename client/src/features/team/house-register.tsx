import { changeHouse } from '@stammgast/shared/contract/house';
import { type Register, registers } from '@stammgast/shared/contract/team';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { meQuery, rememberMe, useMe } from '../../api/me.ts';
import { queryClient } from '../../api/query-client.ts';
import { Choice } from '../../components/choice.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useToast } from '../../components/toast.tsx';
import { changeRegister } from '../../i18n/setup.ts';

/** With Sie or with du: chosen once for the whole house, and heard at once. */
export function HouseRegister() {
  const { t } = useTranslation('team');
  const { house } = useMe();
  const problemText = useProblemText('team');
  const toast = useToast();
  const saving = useMutation({
    mutationFn: (register: Register) => call(changeHouse, { body: { register } }),
    // Of two quick choices the second holds, here and on the server.
    scope: { id: 'register' },
    onSuccess: async ({ register }) => {
      const known = queryClient.getQueryData(meQuery.queryKey);
      if (known) rememberMe({ ...known, house: { ...known.house, register } });
      await changeRegister(register);
      toast.show({ title: t('register.saved') });
    },
  });
  return (
    <section>
      <header className="block-head">
        <h2>{t('register.title')}</h2>
      </header>
      {saving.isError && <Notice kind="error">{problemText(saving.error)}</Notice>}
      <Choice
        legend={t('register.legend')}
        hint={t('register.hint')}
        value={saving.isPending ? saving.variables : house.register}
        choices={registers.map((register) => ({ value: register, label: t(`register.${register}`) }))}
        onChoose={(register) => saving.mutate(register)}
      />
    </section>
  );
}
