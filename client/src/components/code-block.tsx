import { CopyButton } from './copy-field.tsx';

// What scrolls has to be reachable by keyboard.
const scrollable = { tabIndex: 0 };

/** Text for a terminal or a program; scrolls inside itself, also by keyboard. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <figure className="code">
      <figcaption>
        <span className="label">{label}</span>
        <CopyButton text={text} />
      </figcaption>
      <section className="code-text" aria-label={label} {...scrollable}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
    </figure>
  );
}
