import type { ProblemCode } from '@stammgast/shared/contract/problem';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../api/me.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';

interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}
export interface Toast {
  readonly title: string;
  readonly detail?: string;
  /**
   * Makes it a deed that can be taken back: by the button, by `z` from anywhere and, one of the last twenty, in the
   * palette. It has to work against what is true by then and to reject with the server's refusal, which is said.
   */
  readonly undo?: () => unknown;
  /** What it was done to, for `takenBack`. */
  readonly about?: string;
  /** Said when it is taken back, for example where the text is now. */
  readonly undone?: string;
  /** Whether it is too late to take it back, whatever the server would say: the code of the problem that says so. */
  readonly tooLate?: () => ProblemCode | null;
  readonly action?: ToastAction;
  /** How long it stays; pauses while pointer or focus is on it. Left out: as the person prefers. */
  readonly seconds?: number;
  /** Something failed: said at once. */
  readonly failed?: boolean;
}
export interface ShownToast extends Toast {
  readonly id: number;
}

interface ToastCardProps {
  readonly toast: ShownToast;
  readonly onEnd: () => void;
  readonly onUndo: () => void;
}
const standardSeconds = 8;
const stepMilliseconds = 250;

/** One message. It waits while pointer or focus is on it, and for those who want that, until it is closed. */
export function ToastCard({ toast, onEnd, onUndo }: ToastCardProps) {
  const { t } = useTranslation();
  const preferred = usePreferences().undoSeconds ?? standardSeconds;
  const seconds = toast.seconds ?? (toast.undo || toast.failed ? preferred : standardSeconds);
  const [held, setHeld] = useState(false);
  const bar = useRef<HTMLSpanElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const left = useRef(seconds * 1000);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (held || seconds === 0) return;
    const timer = setInterval(() => {
      left.current -= stepMilliseconds;
      if (bar.current) bar.current.style.width = `${Math.max(0, left.current / seconds / 10)}%`;
      if (left.current <= 0) end.current();
    }, stepMilliseconds);
    return () => clearInterval(timer);
  }, [held, seconds]);
  // A message that goes takes no focus with it.
  useEffect(
    () => () => {
      const back = before.current;
      if (document.activeElement === document.body && back instanceof HTMLElement && back.isConnected) back.focus();
    },
    [],
  );
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  const holding = {
    onPointerEnter: hold,
    onPointerLeave: release,
    onFocus: ({ relatedTarget }: FocusEvent) => {
      hold();
      if (!card.current?.contains(relatedTarget)) before.current = relatedTarget ?? document.getElementById('content');
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      release();
      if (relatedTarget && !card.current?.contains(relatedTarget)) before.current = null;
    },
  };
  const act = (label: string, run: () => void, command?: 'undo') => (
    <button
      className="act"
      type="button"
      onClick={() => {
        onEnd();
        run();
      }}
    >
      {label}
      {command && <Kbd command={command} />}
    </button>
  );
  return (
    <div ref={card} className="toast" role={toast.failed ? 'alert' : 'status'} {...holding}>
      <span>
        <b>{toast.title}</b>
        {toast.detail && <span>{toast.detail}</span>}
      </span>
      {toast.action && act(toast.action.label, toast.action.run)}
      {toast.undo && act(t('undo'), onUndo, 'undo')}
      <button className="act shut" type="button" aria-label={t('close')} title={t('close')} onClick={onEnd}>
        <Icon name="x" />
      </button>
      {seconds > 0 && <span className="left" ref={bar} />}
    </div>
  );
}
