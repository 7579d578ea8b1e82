import { type ReactNode, useId } from 'react';
import { useModal } from './use-modal.ts';

interface DialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the primary one last. */
  readonly footer?: ReactNode;
  readonly wide?: boolean;
  /** Wraps content and footer in a form, so that Enter sends. */
  readonly onSubmit?: () => void;
}

/**
 * A modal dialog on the native element: focus trap and Esc come from the browser. Render it only while open. What carries
 * `data-autofocus` gets the focus first.
 */
export function Dialog({ title, onClose, children, footer, wide = false, onSubmit }: DialogProps) {
  const dialog = useModal();
  const titleId = useId();
  const inside = (
    <>
      <div className="body">{children}</div>
      {footer && <footer>{footer}</footer>}
    </>
  );
  return (
    <dialog ref={dialog} className={wide ? 'dialog wide' : 'dialog'} aria-labelledby={titleId} onClose={onClose}>
      <header>
        <h2 className="title" id={titleId}>
          {title}
        </h2>
      </header>
      {onSubmit ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      ) : (
        inside
      )}
    </dialog>
  );
}
