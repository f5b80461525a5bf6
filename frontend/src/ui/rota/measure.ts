import { memoized, type Measure } from './labels';

/** Measures texts in the font of an element, as the browser will draw them. */
export function measureIn(element: Element): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(element).fontFamily;
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  let current = '';
  return memoized((text, size, weight) => {
    if (!context) return text.length * size * 0.6;
    const font = `${weight} ${(size * root) / 16}px ${family}`;
    if (font !== current) context.font = current = font;
    return context.measureText(text).width;
  });
}
