import { holdTyping } from './hold-typing.ts';

const PATIENCE_MS = 3000;

/**
 * Runs as soon as what is waited for is on the page, with what was typed for it meanwhile: there letters are text, here
 * they would be commands. It gives up three seconds after the last key, and for whoever presses Escape, Tab or elsewhere.
 */
export function typeFor<Part>(find: () => Part | null, run: (part: Part, typed: string) => void): void {
  const release = holdTyping(true);
  let until = Date.now() + PATIENCE_MS;
  const leave = () => {
    until = 0;
  };
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' || key === 'Tab') leave();
    else if (until > 0) until = Date.now() + PATIENCE_MS;
  };
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('pointerdown', leave, true);
  const end = () => {
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('pointerdown', leave, true);
    return release();
  };
  const look = () => {
    if (Date.now() >= until) return void end();
    const part = find();
    if (part === null) requestAnimationFrame(look);
    else run(part, end());
  };
  // What is on the page until the address has changed belongs to the thread that is being left.
  setTimeout(look);
}
