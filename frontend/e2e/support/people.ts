import type { Page } from 'playwright-core';
import { tabTo } from './keyboard';
import { founder } from './server';

/** The buttons of the demo's sign-in page. */
export const roles = {
  manager: 'Cheffe de service',
  professional: 'Professionnelle',
  coordinator: 'Coordinatrice',
} as const;

export type Role = keyof typeof roles;

/** Enters as somebody with the sign-in page's button. */
export async function signIn(page: Page, role: Role, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: roles[role] }).click();
  await page.getByRole('button', { name: /compte et affichage/ }).waitFor();
}

/** The same without a mouse. */
export async function signInByKeyboard(page: Page, role: Role, path = '/'): Promise<void> {
  await page.goto(path);
  await tabTo(page, page.getByRole('button', { name: roles[role] }));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /compte et affichage/ }).waitFor();
}

/** Enters without showing the page, for tests that are about something else. */
export async function enter(page: Page, role: Role, path: string): Promise<void> {
  await page.request.post('/api/session/demo', { data: { key: role } });
  await page.goto(path);
  await page.getByRole('button', { name: /compte et affichage|account and display/ }).waitFor();
}

/** Enters a new house for the first time, with the address and the password its account was made with. */
export async function signInAsFounder(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Adresse électronique').fill(founder.email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(founder.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Bienvenue, Claire\./ }).waitFor();
}
