import type { ReviewState } from '@stammgast/shared/contract/reviewers';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { CodeBlock } from '../../../components/code-block.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { caseQuery } from '../queries.ts';

interface DrawDialogProps {
  readonly seed: string;
  readonly state: ReviewState;
  readonly sampleId: string | undefined;
  readonly onClose: () => void;
}

const share = (part: number, language: string) =>
  part.toLocaleString(language, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** How the draw can be done again, on any machine: nobody has to believe that it was one. */
export function DrawDialog({ seed, state, sampleId, onClose }: DrawDialogProps) {
  const { t, i18n } = useTranslation(['review', 'common']);
  const shown = useQuery({ ...caseQuery(sampleId ?? ''), enabled: sampleId !== undefined }).data;
  const name = shown?.drawOf ?? `${state.cycle} …`;
  const percent = shown ? (state.settings.channels[shown.sample.channelId] ?? state.settings.percent) : null;
  return (
    <Dialog
      title={t('draw.title')}
      wide
      onClose={onClose}
      footer={
        <Button data-autofocus="true" onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <p>{t('draw.how')}</p>
      <CodeBlock label={t('draw.command')} text={`printf '%s' '${name}' | openssl dgst -sha256 -hmac '${seed}'`} />
      <p className="meta">{t('draw.bits')}</p>
      {shown && shown.draw !== null && percent !== null && (
        <p>
          {t(shown.draw * 100 < percent ? 'draw.in' : 'draw.out', {
            share: share(shown.draw, i18n.language),
            percent,
          })}
        </p>
      )}
    </Dialog>
  );
}
