import { mount } from 'svelte';
import App from './App.svelte';
import { askAhead } from '$api/ahead';
import { restoreLanguage } from '$lib/i18n/language.svelte';
import { match } from '$lib/router.svelte';
import { routes } from './routes';
import './styles/index.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element #app');
// The screen's script and what it reads first come while the language and the session are read; the application says so where they fail.
const first = match(routes, location.pathname);
first?.route.load().catch(() => undefined);
askAhead(['/api/session', ...(first?.route.ahead?.(first.params) ?? [])]);
await restoreLanguage();
mount(App, { target });
