import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClientCode, codeOf } from '../api/problem.ts';
import { type ShownToast, type Toast, ToastCard } from './toast-card.tsx';
import { type Deed, dropAbout, dropDeed, lastDeed, pushDeed, refuseDeed, type UndoStack } from './undo-stack.ts';

interface Toasts {
  /** Returns the way to take it away, for when what it says turns out not to be so; it can no longer be undone then. */
  readonly show: (toast: Toast) => () => void;
  /**
   * Something is under way and can be taken back already; it is told when it is clear what came of it. Its words may still
   * be on their way, too. `undo` comes to `false` where there was nothing to take back. Returns the way to forget it.
   */
  readonly begin: (title: () => string, undo: () => unknown) => () => void;
  /** Takes back the last deed; says so when there is none. */
  readonly undoLast: () => void;
  /** Takes back this one, also out of order. */
  readonly undo: (id: number) => void;
  /** What was done to this has been taken back in another way: nothing is left to undo. */
  readonly takenBack: (about: string) => void;
  /** What can be taken back, the newest last. */
  readonly deeds: () => UndoStack;
  /** Somebody else may sit here next. */
  readonly forget: () => void;
}

/** The words for a deed: with whom it was done to, where the title alone does not tell. */
const nameOf = ({ title, detail, undone }: Deed) => ({ title, detail, ...(detail && !undone && { context: 'of' }) });

const ToastContext = createContext<Toasts | null>(null);

export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToast needs a ToastProvider');
  return toasts;
}

/** Messages at the edge of the page, and the one stack of what can be taken back. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['common', 'problems']);
  const words = useRef(t);
  words.current = t;
  const [shown, setShown] = useState<readonly ShownToast[]>([]);
  const stack = useRef<UndoStack>([]);
  const nextId = useRef(1);
  const remove = useCallback((id: number) => setShown((now) => now.filter((toast) => toast.id !== id)), []);
  const toasts = useMemo<Toasts>(() => {
    const show = (toast: Toast) => {
      const id = nextId.current++;
      const { about, title, detail, undo, undone, tooLate } = toast;
      if (undo) stack.current = pushDeed(stack.current, { id, about, title, detail, undo, undone, tooLate });
      setShown((now) => [...now.slice(-2), { ...toast, id }]);
      return () => {
        remove(id);
        stack.current = dropDeed(stack.current, id);
      };
    };
    const refuse = (deed: Deed, code: ClientCode) => {
      const others = dropDeed(stack.current, deed.id);
      stack.current = refuseDeed(
        [...others, deed].sort((a, b) => a.id - b.id),
        deed.id,
        code,
      );
      show({
        title: words.current('undoRefused', nameOf(deed)),
        detail: words.current(`problems:${code}`),
        failed: true,
      });
    };
    const takeBack = async (deed: Deed) => {
      remove(deed.id);
      const late = deed.tooLate?.();
      if (late) return refuse(deed, late);
      // At once, so that a second `z` takes back the one before.
      stack.current = dropDeed(stack.current, deed.id);
      try {
        const undone = await deed.undo();
        if (undone !== false)
          show({ title: words.current('undone', nameOf(deed)), ...(deed.undone && { detail: deed.undone }) });
      } catch (error) {
        refuse(deed, codeOf(error));
      }
    };
    return {
      show,
      begin: (title, undo) => {
        const id = nextId.current++;
        const deed: Deed = {
          id,
          undo,
          get title() {
            return title();
          },
        };
        stack.current = pushDeed(stack.current, deed);
        return () => {
          stack.current = dropDeed(stack.current, id);
        };
      },
      undoLast: () => {
        const deed = lastDeed(stack.current);
        if (deed) void takeBack(deed);
        else show({ title: words.current('nothingToUndo') });
      },
      undo: (id) => {
        const deed = stack.current.find((one) => one.id === id);
        if (deed) void takeBack(deed);
      },
      takenBack: (about) => {
        stack.current = dropAbout(stack.current, about);
        setShown((now) => now.filter((toast) => toast.about !== about));
      },
      deeds: () => stack.current,
      forget: () => {
        stack.current = [];
        setShown([]);
      },
    };
  }, [remove]);
  return (
    <ToastContext value={toasts}>
      {children}
      <div className="toasts no-print">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onEnd={() => remove(toast.id)} onUndo={() => toasts.undo(toast.id)} />
        ))}
      </div>
    </ToastContext>
  );
}
