import { beforeEach, describe, expect, it } from 'vitest';
import { match } from './match';
import { currentAddress, navigate, startRouter } from './router.svelte';

const routes = [{ path: '/connexion' }, { path: '/planning/:week?' }, { path: '/rencontres' }, { path: '/rencontres/nouvelle' }] as const;

describe('match', () => {
  it('finds words and parameters', () => {
    expect(match(routes, '/planning/2026-W48')).toEqual({ route: routes[1], params: { week: '2026-W48' } });
    expect(match(routes, '/planning')?.params).toEqual({});
    expect(match(routes, '/rencontres/nouvelle/')?.route).toBe(routes[3]);
  });

  it('finds nothing where nothing fits', () => {
    for (const path of ['/', '/ailleurs', '/planning/2026-W48/encore', '/rencontres/ancienne', '/planning/%E0%A4%A']) {
      expect(match(routes, path)).toBeNull();
    }
  });
});

describe('links of the page', () => {
  /** What the router leaves to the browser must not really be opened by the test. */
  const stay = (event: Event) => event.preventDefault();

  beforeEach(() => {
    navigate('/');
    const stop = startRouter();
    window.addEventListener('click', stay);
    return () => {
      stop();
      window.removeEventListener('click', stay);
    };
  });

  function click(html: string, options: MouseEventInit = {}): void {
    document.body.innerHTML = html;
    const link = document.querySelector('a')!;
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...options }));
  }

  it('change the screen without loading the page', () => {
    click('<a href="/planning/2026-W48"><b>48</b></a>');
    expect(currentAddress().pathname).toBe('/planning/2026-W48');
  });

  it('are left to the browser for another site, another tab, a download or a new window', () => {
    for (const html of ['<a href="https://ailleurs.example/">x</a>', '<a href="/x" target="_blank">x</a>', '<a href="/x" download>x</a>']) {
      click(html);
      expect(currentAddress().pathname).toBe('/');
    }
    click('<a href="/x">x</a>', { ctrlKey: true });
    expect(currentAddress().pathname).toBe('/');
  });
});
