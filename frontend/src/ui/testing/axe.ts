import axe from 'axe-core';

/** What axe finds wrong in a piece of page. Contrast needs real paint and is looked at in the browser's tests. */
export async function violations(element: Element = document.body): Promise<string[]> {
  const result = await axe.run(element, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
}
