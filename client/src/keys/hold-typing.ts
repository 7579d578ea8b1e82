const typing = ['Enter', 'Backspace', 'Escape'];

/** A sign or what belongs to writing, not a key of the browser such as F5; AltGr may come as Ctrl and Alt. */
export const isTyping = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  (typing.includes(key) || [...key].length === 1) && !metaKey && (!ctrlKey || altKey);

/**
 * Keeps what is typed from the page, where letters are commands. The way to end that gives the text, up to Enter: that
 * would confirm what nobody has seen yet, so it is lost on purpose, and so is what was typed in the belief that it was
 * taken. With `lines` it is meant for a text of several lines, where Enter confirms nothing.
 */
export function holdTyping(lines = false): () => string {
  let text = '';
  let confirmed = false;
  const take = (key: string) => {
    if (key === 'Enter') confirmed = true;
    if (confirmed) return;
    if (key === 'Backspace') text = text.slice(0, -1);
    else if ([...key].length === 1) text += key;
  };
  const hold = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (!isTyping(event)) return;
    event.preventDefault();
    if (!event.repeat) take(lines && event.key === 'Enter' ? '\n' : event.key);
  };
  window.addEventListener('keydown', hold, true);
  return () => {
    window.removeEventListener('keydown', hold, true);
    const typed = text;
    text = '';
    return typed;
  };
}
