import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from './kbd.tsx';

interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}
interface Toast {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Also bound to `z`, from anywhere. */
  readonly undo?: () => void;
  readonly action?: ToastAction;
  /** How long it stays; pauses while pointer or focus is on it. */
  readonly seconds?: number;
  /** Something failed: said at once. */
  readonly failed?: boolean;
}
interface Shown extends Toast {
  readonly id: number;
}
interface Toasts {
  /** Returns the way to take it away, for when what it says turns out not to be so. */
  readonly show: (toast: Toast) => () => void;
  /** Undoes what the newest toast offers to undo; false when there is nothing. */
  readonly undoLast: () => boolean;
}

const ToastContext = createContext<Toasts | null>(null);
const standardSeconds = 8;

export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToast needs a ToastProvider');
  return toasts;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const latest = useRef<readonly Shown[]>(shown);
  const nextId = useRef(1);
  const change = useCallback((to: (now: readonly Shown[]) => readonly Shown[]) => {
    latest.current = to(latest.current);
    setShown(latest.current);
  }, []);
  const remove = useCallback((id: number) => change((now) => now.filter((toast) => toast.id !== id)), [change]);
  const toasts = useMemo<Toasts>(
    () => ({
      show: (toast) => {
        const id = nextId.current++;
        change((now) => [...now.slice(-2), { ...toast, id }]);
        return () => remove(id);
      },
      undoLast: () => {
        const last = latest.current.findLast((toast) => toast.undo);
        if (!last?.undo) return false;
        remove(last.id);
        last.undo();
        return true;
      },
    }),
    [change, remove],
  );
  return (
    <ToastContext value={toasts}>
      {children}
      <div className="toasts no-print">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onEnd={() => remove(toast.id)} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, onEnd }: { toast: Shown; onEnd: () => void }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const bar = useRef<HTMLSpanElement>(null);
  const left = useRef((toast.seconds ?? standardSeconds) * 1000);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (held) return;
    const whole = (toast.seconds ?? standardSeconds) * 1000;
    const step = 250;
    const timer = setInterval(() => {
      left.current -= step;
      if (bar.current) bar.current.style.width = `${Math.max(0, (left.current / whole) * 100)}%`;
      if (left.current <= 0) end.current();
    }, step);
    return () => clearInterval(timer);
  }, [held, toast.seconds]);
  const action = toast.undo ? { label: t('undo'), run: toast.undo } : toast.action;
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  const holding = { onPointerEnter: hold, onPointerLeave: release, onFocus: hold, onBlur: release };
  return (
    <div className="toast" role={toast.failed ? 'alert' : 'status'} {...holding}>
      <span>
        <b>{toast.title}</b>
        {toast.detail && <span>{toast.detail}</span>}
      </span>
      {action && (
        <button
          className="act"
          type="button"
          onClick={() => {
            onEnd();
            action.run();
          }}
        >
          {action.label}
          {toast.undo && <Kbd keys="z" />}
        </button>
      )}
      <span className="left" ref={bar} />
    </div>
  );
}
