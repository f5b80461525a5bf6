import { mount } from 'svelte';
import App from './App.svelte';
import { restoreLanguage } from '$lib/i18n/language.svelte';

/** Shows the application in an element of the page, in the reader's language. */
export async function start(target: HTMLElement): Promise<void> {
  await restoreLanguage();
  mount(App, { target });
}
