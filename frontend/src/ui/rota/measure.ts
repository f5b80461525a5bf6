import { memoized, type Measure } from './labels';

/** Measures texts in the font of an element, as the browser will draw them. */
export function measureIn(element: Element): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(element);
  const family = style.fontFamily;
  const [letters, words] = [style.letterSpacing, style.wordSpacing].map((spacing) => inEm(spacing, style.fontSize)) as [number, number];
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  let current = '';
  return memoized((text, size, weight) => {
    if (!context) return text.length * size * 0.6;
    const pixels = (size * root) / 16;
    const font = `${weight} ${pixels}px ${family}`;
    if (font !== current) {
      context.font = current = font;
      context.letterSpacing = `${letters * pixels}px`;
      context.wordSpacing = `${words * pixels}px`;
    }
    return context.measureText(text).width;
  });
}

/** Whether whoever reads has the letters of an element spaced. */
export function isSpaced(element: Element): boolean {
  return inEm(getComputedStyle(element).letterSpacing, '1') > 0;
}

/** A spacing in parts of the size of the letters; « normal » is none. */
function inEm(spacing: string, size: string): number {
  return (Number.parseFloat(spacing) || 0) / (Number.parseFloat(size) || 1);
}
