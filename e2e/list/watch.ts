// What a page is asked to watch about itself: frames, layout shifts, React's commits, intervals.
import type { Page } from '@playwright/test';

export interface Watched {
  commits: number;
  intervals: number;
  shifts: string[];
  /** Milliseconds between frames. */
  frames: number[];
  mostRows: number;
}

/** Call it before the page is opened. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { commits: 0, intervals: 0, shifts: [], frames: [], mostRows: 0 };
    const hook = {
      supportsFiber: true,
      checkDCE: () => undefined,
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot: () => {
        watched.commits += 1;
      },
    };
    Object.assign(window, { watched, __REACT_DEVTOOLS_GLOBAL_HOOK__: hook });
    const { setInterval: begin, clearInterval: end } = window;
    const running = new Set<unknown>();
    const count = () => {
      watched.intervals = running.size;
    };
    window.setInterval = ((...args: Parameters<typeof begin>) => {
      const id = begin(...args);
      running.add(id);
      count();
      return id;
    }) as typeof begin;
    window.clearInterval = (id) => {
      running.delete(id);
      count();
      end(id);
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as PerformanceEntry & { hadRecentInput: boolean; sources: { node: Node | null }[] };
        if (shift.hadRecentInput) continue;
        // Texts are named by what is around them.
        const names = shift.sources.map(({ node }) => {
          const around = node instanceof Element ? node : node?.parentElement;
          return around?.outerHTML.slice(0, 80) ?? 'gone';
        });
        watched.shifts.push(names.join(' | '));
      }
    }).observe({ type: 'layout-shift', buffered: true });
    let before = performance.now();
    const frame = (now: number) => {
      watched.frames.push(now - before);
      before = now;
      watched.mostRows = Math.max(watched.mostRows, document.querySelectorAll('[data-row]').length);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

export const watched = (page: Page): Promise<Watched> =>
  page.evaluate(() => (window as unknown as { watched: Watched }).watched);

/** From now on. */
export const watchAnew = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { watched: now } = window as unknown as { watched: Watched };
    Object.assign(now, { commits: 0, shifts: [], frames: [], mostRows: 0 });
  });
