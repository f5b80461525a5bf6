import { mount } from 'svelte';
import App from './App.svelte';
import { restoreLanguage } from '$lib/i18n/language.svelte';
import { match } from '$lib/router.svelte';
import { routes } from './routes';
import './styles/index.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element #app');
// The screen's script comes while the language and the session are read; the application says so where it fails.
match(routes, location.pathname)
  ?.route.load()
  .catch(() => undefined);
await restoreLanguage();
mount(App, { target });
