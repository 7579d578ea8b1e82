import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = [...css.matchAll(/--([\w-]+):\s*light-dark\(#([0-9A-F]{6}), #([0-9A-F]{6})\)/g)];
const tokens = new Map(pairs.map(([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }]));
const themes = ['light', 'dark'] as const;
const colour = (name: string, theme: (typeof themes)[number]) => tokens.get(name)?.[theme] ?? '';

const channels = (hex: string) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = channels(hex).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const papers = ['bg', 'surface', 'raised', 'selected', 'hover'];
const inks = ['text', 'muted', 'link', 'sla-ok', 'sla-soon', 'sla-over', 'sla-idle', 'neg', 'neu', 'pos', 'accent'];

describe('the colours', () => {
  it('have text of at least 4.5 to 1 on every paper, in both themes', () => {
    const weak = themes.flatMap((theme) =>
      papers.flatMap((paper) =>
        inks
          .filter((ink) => contrast(colour(ink, theme), colour(paper, theme)) < 4.5)
          .map((ink) => `${ink} on ${paper}, ${theme}`),
      ),
    );
    expect(weak).toEqual([]);
  });

  it('have borders of controls and the focus ring of at least 3 to 1', () => {
    const weak = themes.flatMap((theme) =>
      papers
        .filter((paper) => paper !== 'selected')
        .flatMap((paper) =>
          ['control', 'focus']
            .filter((line) => contrast(colour(line, theme), colour(paper, theme)) < 3)
            .map((line) => `${line} on ${paper}, ${theme}`),
        ),
    );
    expect(weak).toEqual([]);
  });

  it.each([
    ['on-accent', 'accent'],
    ['on-over', 'sla-over'],
    ['on-toast', 'toast'],
    ['toast-link', 'toast'],
    ['text', 'note'],
    ['text', 'warn-bg'],
    ['text', 'over-bg'],
  ])('%s can be read on %s', (ink, paper) => {
    for (const theme of themes) expect(contrast(colour(ink, theme), colour(paper, theme))).toBeGreaterThanOrEqual(4.5);
  });
});

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear light. */
const blindness: Record<string, readonly number[]> = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
const toXyz = [0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.072175, 0.0193339, 0.119192, 0.9503041];
const times = (matrix: readonly number[], vector: readonly number[]) =>
  [0, 3, 6].map((row) => [0, 1, 2].reduce((sum, at) => sum + (matrix[row + at] ?? 0) * (vector[at] ?? 0), 0));

function labOf(hex: string, matrix: readonly number[]): readonly [l: number, a: number, b: number] {
  const seen = times(matrix, channels(hex).map(linear)).map((value) => Math.min(1, Math.max(0, value)));
  const white = [0.95047, 1, 1.08883];
  const [x = 0, y = 0, z = 0] = times(toXyz, seen).map((value, at) => {
    const part = value / (white[at] ?? 1);
    return part > 216 / 24389 ? Math.cbrt(part) : (24389 / 27) * (part / 116) + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const radians = Math.PI / 180;
const hue = (b: number, a: number) => (Math.atan2(b, a) / radians + 360) % 360;

/** CIEDE2000: how far two colours are apart for the eye. */
function distance(one: readonly [number, number, number], two: readonly [number, number, number]): number {
  const chroma = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2;
  const grey = 1 + 0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(one[1] * grey, one[2]), Math.hypot(two[1] * grey, two[2])];
  const [h1, h2] = [hue(one[2], one[1] * grey), hue(two[2], two[1] * grey)];
  const colourless = c1 * c2 === 0;
  const turn = h2 - h1 - 360 * Math.round((h2 - h1) / 360);
  const dH = colourless ? 0 : 2 * Math.sqrt(c1 * c2) * Math.sin((turn * radians) / 2);
  const mean = colourless ? h1 + h2 : h1 + turn / 2;
  const [l, c] = [(one[0] + two[0]) / 2, (c1 + c2) / 2];
  const cos = (factor: number, shift: number) => Math.cos((factor * mean + shift) * radians);
  const t = 1 - 0.17 * cos(1, -30) + 0.24 * cos(2, 0) + 0.32 * cos(3, 6) - 0.2 * cos(4, -63);
  const sL = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const around = ((((mean % 360) + 360) % 360) - 275) / 25;
  const twist = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-(around ** 2)) * radians);
  const parts = [(two[0] - one[0]) / sL, (c2 - c1) / (1 + 0.045 * c), dH / (1 + 0.015 * c * t)] as const;
  return Math.sqrt(parts[0] ** 2 + parts[1] ** 2 + parts[2] ** 2 + twist * parts[1] * parts[2]);
}

describe('the colours for eyes that see fewer of them', () => {
  it('measures like the published examples of CIEDE2000', () => {
    expect(distance([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 3);
    expect(distance([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 3);
    expect(distance([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 3);
  });

  it.each([
    ['mood', ['neg', 'neu', 'pos', 'text']],
    ['promise', ['sla-ok', 'sla-soon', 'sla-over', 'sla-idle']],
  ])('keep the shades of the %s apart', (_, names) => {
    const near = themes.flatMap((theme) =>
      Object.entries(blindness).flatMap(([kind, matrix]) =>
        names.flatMap((a, at) =>
          names
            .slice(at + 1)
            .map((b) => ({
              pair: `${a}, ${b}: ${kind}, ${theme}`,
              apart: distance(labOf(colour(a, theme), matrix), labOf(colour(b, theme), matrix)),
            }))
            .filter(({ apart }) => apart < 10),
        ),
      ),
    );
    expect(near).toEqual([]);
  });
});

it('stand nowhere but in tokens.css', () => {
  const source = new URL('../', import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(css|tsx)$/.test(file) && !file.endsWith('tokens.css'),
  );
  const mixed =
    /#[0-9a-f]{3,8}\b(?![\w-])|\b(?:rgba?|hsla?|hwb|oklab|oklch|lab|lch)\(|:\s*(?:white|black|red|green|blue|gr[ae]y)\b/gi;
  const found = files.flatMap((file) => {
    const text = readFileSync(new URL(file, source), 'utf8');
    return [...text.matchAll(mixed)].map(([colour]) => `${file}: ${colour}`);
  });
  expect(files.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
