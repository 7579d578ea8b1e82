import { holdTyping, isTyping } from './hold-typing.ts';

const PATIENCE_MS = 3000;

interface Awaited<Part> {
  readonly find: () => Part | null;
  /** How it stands with what the part is drawn from; undefined before it was asked for. */
  readonly source: () => 'pending' | 'success' | 'error' | undefined;
  readonly run: (part: Part, typed: string) => void;
}

/**
 * Runs as soon as what is waited for is on the page, with what was typed for it meanwhile: there letters are text, here
 * they would be commands. It gives up when the source fails, when nothing has come three seconds after source and last
 * key, and for whoever presses Escape or Tab or goes elsewhere.
 */
export function typeFor<Part>({ find, source, run }: Awaited<Part>): void {
  const release = holdTyping(true);
  const left = new AbortController();
  let until = Date.now() + PATIENCE_MS;
  const leave = () => {
    left.abort();
    return release();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') leave();
    else if (isTyping(event)) until = Date.now() + PATIENCE_MS;
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof Element && target.matches('input, textarea, select')) leave();
  };
  const ends = { capture: true, signal: left.signal };
  window.addEventListener('keydown', onKey, ends);
  window.addEventListener('pointerdown', leave, ends);
  window.addEventListener('focusin', onFocus, ends);
  const look = () => {
    if (left.signal.aborted) return;
    const part = find();
    const stands = source();
    if (part !== null) return run(part, leave());
    if (stands === 'pending') until = Date.now() + PATIENCE_MS;
    if (stands === 'error' || Date.now() >= until) leave();
    else requestAnimationFrame(look);
  };
  // What is on the page until the address has changed belongs to the thread that is being left.
  setTimeout(look);
}
