import { describe, expect, it } from 'vitest';

/** Every French text and every English one: the dictionaries themselves, read as the screens read them. */
const dictionaries = import.meta.glob<Record<string, unknown>>('./messages/*/*.ts', { eager: true });

interface Text {
  path: string;
  text: string;
}

/** Functions are called with arguments that look like what screens give: counts and names. */
function texts(value: unknown, path: string): Text[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') {
    return [1, 3, 'Lina'].flatMap((argument) => {
      try {
        return texts((value as (...given: unknown[]) => unknown)(...Array(6).fill(argument)), `${path}()`);
      } catch {
        return []; // the argument is of another kind: an object or a list
      }
    });
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

function of(language: string): Text[] {
  const modules = Object.entries(dictionaries).filter(([file]) => file.includes(`/${language}/`));
  return modules.flatMap(([file, module]) => texts(module, file));
}

function shape(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}

const rules: [name: string, wrong: RegExp][] = [
  ['a plain space before a colon', /[^\s\d] :(?=\s|$)/],
  ['a plain space inside guillemets', /« | »/],
  ['a plain space before ; ? !', / [;?!]/],
  ['no space at all before ? ! ;', /[a-zà-ÿ»][?!;](?=\s|$)/],
  ['guillemets without their no-break space', /«[^\u00a0]|[^\u00a0]»/],
  ['a plain space between a number and its unit', /\d (?:min|h|%|€)(?=[\s.,]|$)/],
  ['a straight apostrophe', /[a-zà-ÿ]'[a-zà-ÿ]/i],
  ['three dots instead of an ellipsis', /\.\.\./],
  ['words of machines', /(?<!\p{L})(?:score|contraintes?|solveur|optimiser|placer|placée?s?)(?!\p{L})/iu],
];

describe('French texts', () => {
  it.each(rules)('have nowhere %s', (_name, wrong) => {
    const found = of('fr').filter(({ text }) => wrong.test(text));
    expect(found.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  });

  it('are many', () => {
    expect(of('fr').length).toBeGreaterThan(150);
  });
});

describe('English texts', () => {
  it('say everything the French ones say', () => {
    for (const [file, french] of Object.entries(dictionaries)) {
      if (!file.includes('/fr/')) continue;
      expect(shape(dictionaries[file.replace('/fr/', '/en/')]), file).toEqual(shape(french));
    }
  });
});
