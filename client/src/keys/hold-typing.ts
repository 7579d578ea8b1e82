/** Keeps what is typed from the page, where letters are commands. The way to end that gives the text. */
export function holdTyping(): () => string {
  let text = '';
  const hold = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.key === 'Tab') return;
    event.preventDefault();
    if (event.repeat) return;
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
