import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const standards: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // WCAG 2.2, 2.5.8: 24 px, or as much room around; axe leaves it out unless asked.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

interface Asked {
  /** Only these rules. */
  rules?: string[];
  /** A part of the page that was asked about before. */
  without?: string;
}

/** Every violation axe finds on a page as it stands: the rule, the element, what is wrong with it. */
export async function violationsOn(page: Page, { rules, without }: Asked = {}): Promise<string[]> {
  // Evaluated by the debugger, not by a script element: the page's Content-Security-Policy stays in force.
  await page.evaluate(`window.axe ?? (() => { ${source} })()`);
  const options: RunOptions = rules ? { runOnly: { type: 'rule', values: rules }, resultTypes: ['violations'] } : standards;
  const context = { include: ['html'], exclude: without ? [without] : [] };
  const results = await page.evaluate<AxeResults, [typeof context, RunOptions]>(
    ([where, how]) => (window as unknown as { axe: { run: (where: object, how: RunOptions) => Promise<AxeResults> } }).axe.run(where, how),
    [context, options],
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')}: ${(node.failureSummary ?? '').replaceAll(/\s+/g, ' ')}`),
  );
}
