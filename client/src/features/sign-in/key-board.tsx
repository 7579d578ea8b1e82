/** Hooks by column on three rails; a missing number is a key that a guest has taken along. */
const rails = [
  ['101', '102', '103', null, '105', '106'],
  ['201', '202', '204', '206', null, '212'],
  ['301', '302', null, '304', '305', '306'],
] as const;
const mine = '305';

function Key({ x, y, number }: { x: number; y: number; number: string }) {
  return (
    <g className={number === mine ? 'mine' : undefined}>
      <circle cx={x} cy={y + 15} r="6" />
      <path className="plate" d={`M${x - 6} ${y + 20}h12l12 12v60a4 4 0 0 1-4 4h-28a4 4 0 0 1-4-4V${y + 32}z`} />
      <circle className="hole" cx={x} cy={y + 31} r="2.5" />
      <text x={x} y={y + 70}>
        {number}
      </text>
    </g>
  );
}

/** Decoration of the door: the board behind the reception desk. */
export function KeyBoard() {
  return (
    <aside className="board" aria-hidden="true">
      <svg viewBox="0 0 640 520" aria-hidden="true">
        <path className="frame" d="M8 8h624v504H8z" />
        <path className="frame" d="M16 16h608v488H16z" />
        {rails.map((keys, rail) => {
          const y = 56 + rail * 152;
          return (
            <g key={y}>
              <path className="rail" d={`M40 ${y}H600`} />
              {keys.map((number, column) => {
                const x = 80 + column * 96;
                return (
                  <g key={x}>
                    <path d={`M${x} ${y}v7a3.5 3.5 0 0 0 7 0`} />
                    {number && <Key x={x} y={y} number={number} />}
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
    </aside>
  );
}
