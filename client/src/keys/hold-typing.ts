/**
 * Keeps what is typed from the page, where letters are commands. The way to end that gives the text, up to Enter: that
 * would confirm what nobody has seen yet, so it is lost on purpose, and so is what was typed in the belief that it was
 * taken.
 */
export function holdTyping(): () => string {
  let text = '';
  let confirmed = false;
  const hold = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Enter') confirmed = true;
    if (event.repeat || confirmed) return;
    if (event.key === 'Backspace') text = text.slice(0, -1);
    else if ([...event.key].length === 1) text += event.key;
  };
  window.addEventListener('keydown', hold, true);
  return () => {
    window.removeEventListener('keydown', hold, true);
    const typed = text;
    text = '';
    return typed;
  };
}
