import type { ReactNode } from 'react';

// What scrolls has to be reachable by keyboard.
const scrollable = { tabIndex: 0 };

/** A table that scrolls inside itself on narrow screens; the caption is for screen readers. */
export function Table({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) {
  return (
    <section className="scroller" aria-label={caption} {...scrollable}>
      <table className="table">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
