import { askAhead } from '$api/ahead';
import { match } from '$lib/match';
import { routes } from './routes';
import './styles/index.css';

// This script imports next to nothing, so that it runs while everything else is still on its way: it asks at once for what the first screen
// reads and for its script, beside the application itself; the application says so where they fail.
// Data before script: a browser asks one server for a few things at a time, and the script comes in several parts.
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element #app');
const first = match(routes, location.pathname);
askAhead(['/api/session']);
first?.route.ahead?.(first.params);
const application = import('./start');
first?.route.load().catch(() => undefined);
// Awaited, this script would wait for the others, which wait for it: they stand in one file with what they import of it.
void application.then(({ start }) => start(target));
