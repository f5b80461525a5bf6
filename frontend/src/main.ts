import { mount } from 'svelte';
import App from './App.svelte';
import { askAhead } from '$api/ahead';
import { restoreLanguage } from '$lib/i18n/language.svelte';
import { match } from '$lib/router.svelte';
import { routes } from './routes';
import './styles/index.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element #app');
// What the screen reads first and its script come while the language and the session are read; the application says so where they fail.
// Data before script: a browser asks one server for a few things at a time, and the script comes in several parts.
const first = match(routes, location.pathname);
askAhead(['/api/session']);
first?.route.ahead?.(first.params);
first?.route.load().catch(() => undefined);
await restoreLanguage();
mount(App, { target });
