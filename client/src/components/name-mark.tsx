/** The bell-hop's key: our name mark. */
export function NameMark() {
  return (
    <svg viewBox="0 0 24 40" aria-hidden="true">
      <path d="M12 0v4" stroke="var(--brass)" strokeWidth="1.5" />
      <circle cx="12" cy="7" r="3.25" fill="none" stroke="var(--brass)" strokeWidth="1.5" />
      <path d="M8.5 9.5h7l4 5V37a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2V14.5z" fill="var(--accent)" />
      <circle cx="12" cy="14" r="1.5" fill="var(--chrome)" />
      <text x="12" y="31.5" textAnchor="middle" className="mark-letter">
        S
      </text>
    </svg>
  );
}
