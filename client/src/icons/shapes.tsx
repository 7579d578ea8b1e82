import type { ReactNode } from 'react';

const ring = (width: number, radius: number) => ({
  cx: 6,
  cy: 6,
  r: radius,
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: width,
});

/** Our own small signs, grid 12: mood and promise are told by shape first, colour second. */
export const shapes = {
  bang: <path d="M5 1.5h2v5.5H5zM5 8.5h2v2H5z" />,
  done: <path d="M2 6.4 4.8 9.2 10 3.4" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  mix: (
    <>
      <path d="M6 2a4 4 0 0 0 0 8z" />
      <circle {...ring(1.4, 4)} />
    </>
  ),
  neg: <path d="M1 2.5h10L6 10.5z" />,
  neu: <circle cx="6" cy="6" r="3.5" />,
  none: <path d="M3 6h6" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  ok: (
    <>
      <circle {...ring(1.4, 4.3)} />
      <path d="M6 6V1.7A4.3 4.3 0 0 1 10.3 6z" />
    </>
  ),
  open: <circle {...ring(1.3, 4)} />,
  over: <path d="M2 2h8v8H2z" />,
  pause: <path d="M3 2h2v8H3zM7 2h2v8H7z" />,
  pos: <path d="M1 9.5h10L6 1.5z" />,
  soon: (
    <>
      <circle {...ring(1.4, 4.3)} />
      <path d="M6 1.7a4.3 4.3 0 0 1 0 8.6z" />
    </>
  ),
  uns: <circle {...ring(1.4, 4.2)} strokeDasharray="1.8 1.5" />,
} as const satisfies Record<string, ReactNode>;
export type ShapeName = keyof typeof shapes;
