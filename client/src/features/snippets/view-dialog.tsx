import type { Snippet } from '@stammgast/shared/contract/snippets';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SnippetPreview } from './snippet-preview.tsx';

/** For those who use snippets and do not keep them. */
export function ViewDialog({ snippet, onClose }: { snippet: Snippet; onClose: () => void }) {
  const { t } = useTranslation('snippet-page');
  return (
    <Dialog
      wide
      title={snippet.name}
      onClose={onClose}
      footer={
        <Button size="lg" data-autofocus="true" onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <div className="form">
        <SnippetPreview {...snippet} bodyDu={snippet.bodyDu ?? ''} />
      </div>
    </Dialog>
  );
}
