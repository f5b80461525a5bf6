import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { violations } from '../testing/axe';
import RecordTable from './RecordTable.svelte';
import type { Column } from './table';

interface Person {
  name: string;
  team: string;
  hours: number;
}

const people: Person[] = [
  { name: 'Zoé Quentin', team: 'Milieu ordinaire', hours: 35 },
  { name: 'Aaron Heim', team: 'Hébergement', hours: 9 },
  { name: 'Élodie Marchand', team: 'Hébergement', hours: 17 },
];
const columns: Column<Person>[] = [
  { key: 'name', label: 'Nom', text: ({ name }) => name },
  { key: 'team', label: 'Équipe', text: ({ team }) => team, filter: true },
  { key: 'hours', label: 'Heures', text: ({ hours }) => `${hours}\u00a0h`, order: ({ hours }) => hours, numeric: true },
];

/** Every list has a name of its own: what is searched in one is remembered under it. */
let made = 0;
function table(rows = people, label = `Équipe ${++made}`) {
  const shown = render(RecordTable<Person>, { label, rows, columns, id: ({ name }) => name, href: ({ name }) => `/equipe/${name}` });
  return { ...shown, label };
}

const names = () => screen.getAllByRole('link').map((link) => link.textContent);
const status = () => screen.getByRole('status').textContent;
const search = () => screen.getByRole('searchbox');
const focused = () => document.activeElement?.textContent;
/** The rows Tab comes to. */
const stops = () => screen.getAllByRole('link').filter((link) => link.tabIndex === 0);

describe('a list of records', () => {
  it('is searched without accents, says how many stay, and shows all again with Escape', async () => {
    table();
    expect(names()).toEqual(['Aaron Heim', 'Élodie Marchand', 'Zoé Quentin']);
    await userEvent.type(search(), 'elo');
    expect(names()).toEqual(['Élodie Marchand']);
    expect(status()).toMatch(/^1 sur 3/);
    await userEvent.keyboard('{Escape}');
    expect(names()).toHaveLength(3);
    expect(await violations()).toEqual([]);
  });

  it('says that nothing fits, and how to see all again', async () => {
    table();
    await userEvent.type(search(), 'personne');
    expect(screen.queryAllByRole('link')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /tout/i }));
    expect(names()).toHaveLength(3);
    expect(document.activeElement).toBe(search());
  });

  it('is sorted by a column, then the other way round, and says so', async () => {
    table();
    await userEvent.click(screen.getByRole('button', { name: 'Heures' }));
    expect(names()).toEqual(['Aaron Heim', 'Élodie Marchand', 'Zoé Quentin']);
    await userEvent.click(screen.getByRole('button', { name: 'Heures' }));
    expect(names()).toEqual(['Zoé Quentin', 'Élodie Marchand', 'Aaron Heim']);
    expect(screen.getByRole('columnheader', { name: 'Heures' }).getAttribute('aria-sort')).toBe('descending');
    expect(screen.getByRole('columnheader', { name: 'Nom' }).hasAttribute('aria-sort')).toBe(false);
  });

  it('can be narrowed by what a column holds, each with its count; a column with one value cannot', async () => {
    table();
    const filter = screen.getByRole('combobox', { name: /équipe/i });
    const choices = within(filter).getAllByRole('option').slice(1);
    expect(choices.map((option) => option.textContent)).toEqual(['Hébergement (2)', 'Milieu ordinaire (1)']);
    filter.focus();
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(search());
    table(people.slice(1));
    expect(screen.getAllByRole('combobox')).toHaveLength(1);
  });

  it('is walked by keyboard: « / » searches, arrows go from row to row, Tab comes to one row only', async () => {
    table();
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(search());
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Aaron Heim');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('Zoé Quentin');
    expect(stops().map((link) => link.textContent)).toEqual(['Zoé Quentin']);
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('Élodie Marchand');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(document.activeElement).toBe(search());
    expect((search() as HTMLInputElement).value).toBe('');
  });

  it('is as it was left for whoever comes back from a sheet', async () => {
    const { label, unmount } = table();
    await userEvent.type(search(), 'heim');
    unmount();
    table(people, label);
    expect((search() as HTMLInputElement).value).toBe('heim');
    expect(names()).toEqual(['Aaron Heim']);
  });

  it('draws only the rows in sight of a long list, and says how long it is', async () => {
    table(Array.from({ length: 1000 }, (_, index) => ({ name: `Nom ${index}`, team: 'A', hours: index })));
    expect(screen.getAllByRole('link').length).toBeLessThan(100);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('1001');
    await userEvent.type(search(), 'nom 987');
    expect(names()).toEqual(['Nom 987']);
  });
});
