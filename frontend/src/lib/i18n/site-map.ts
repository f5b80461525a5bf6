import { dictionary } from './dictionary.svelte';
import { siteMap as french } from './messages/fr/site-map';

export const siteMap = dictionary(french, async () => (await import('./messages/en/site-map')).siteMap);
