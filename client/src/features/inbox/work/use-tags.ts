import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { listTags, tagThread } from '@stammgast/shared/contract/work';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { type TagChange, tagsBack, withTags } from './tag-names.ts';
import type { Changing } from './use-change.ts';

export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: ({ signal }) => call(listTags, { signal }),
  select: (data) => data.tags,
});

export function useTags({ change, attempt, offerUndo, latest }: Changing) {
  const client = useQueryClient();
  const { t } = useTranslation('inbox');
  const send = async (row: ThreadRow, wanted: TagChange) => {
    const body = { add: [...wanted.add], remove: [...wanted.remove] };
    const tags = withTags(latest(row).tags, wanted);
    await change(row, { tags }, () => call(tagThread, { params: { threadId: row.id }, body }));
    void client.invalidateQueries({ queryKey: tagsQuery.queryKey });
  };
  return async (row: ThreadRow, wanted: TagChange) => {
    const before = latest(row).tags;
    const back = tagsBack(before, withTags(before, wanted));
    if (back.add.length + back.remove.length === 0) return;
    const hide = offerUndo(t('done.tagged'), row, () => send(latest(row), back));
    if ((await attempt(row.author.name, send(row, wanted))) !== 'done') hide();
  };
}
