import { Button } from './button.tsx';
import { CopyField } from './copy-field.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';

interface LinkDialogProps {
  readonly words: Record<'title' | 'once' | 'label' | 'done', string>;
  /** From the root of this house. */
  readonly link: string;
  readonly onClose: () => void;
}

/** A link that is shown once, to be handed on. */
export function LinkDialog({ words, link, onClose }: LinkDialogProps) {
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <Button kind="primary" size="lg" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <div className="form">
        <Notice kind="info">{words.once}</Notice>
        <CopyField label={words.label} value={new URL(link, window.location.origin).href} />
      </div>
    </Dialog>
  );
}
