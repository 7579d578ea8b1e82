import { readFileSync } from 'node:fs';
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
