import { saveView, shareView } from '@stammgast/shared/contract/views';
import { printSearch } from '@stammgast/shared/domain/search/print';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useMay } from '../../../api/me.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Check, Field } from '../../../components/field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useProblemText } from '../../../components/problem-text.ts';
import { useToast } from '../../../components/toast.tsx';
import { useForm } from '../../../components/use-form.ts';
import { searchOf } from '../../../live/searches.ts';
import { useSearchLanguage } from '../queue/filter-chips.tsx';

/** Keeps the search at hand under a name. */
export function SaveViewDialog({ q, onClose }: { q: string; onClose: () => void }) {
  const { t } = useTranslation(['views', 'common']);
  const problemText = useProblemText('views');
  const toasts = useToast();
  const client = useQueryClient();
  const language = useSearchLanguage();
  const search = searchOf(q);
  const text = search ? printSearch(search, language) : q;
  const mayShare = useMay('view.share');
  const [team, setTeam] = useState(false);
  const form = useForm({ name: '' }, ({ name }) => (name.trim() === '' ? { name: t('nameMissing') } : {}));
  const saving = useMutation({
    mutationFn: async (name: string) => {
      const view = await call(saveView, { body: { name, q } });
      return team ? call(shareView, { params: { viewId: view.id } }) : view;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['views'] }),
    onSuccess: (view) => {
      toasts.show({ title: t('saved', { name: view.name }) });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('save')}
      onClose={onClose}
      onSubmit={() => form.submit(({ name }) => saving.mutate(name.trim()))}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={saving.isPending}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <div className="form" ref={form.frame}>
        {saving.isError && <Notice kind="error">{problemText(saving.error)}</Notice>}
        <Field label={t('name')} maxLength={60} data-autofocus="true" {...form.bind('name')} />
        <p className="muted">{text === '' ? t('everything') : <code>{text}</code>}</p>
        {mayShare && <Check label={t('forTeam')} checked={team} onChange={(event) => setTeam(event.target.checked)} />}
      </div>
    </Dialog>
  );
}
