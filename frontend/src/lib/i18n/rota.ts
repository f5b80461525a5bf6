import { dictionary } from './dictionary.svelte';
import { rota as french } from './messages/fr/rota';

export const rota = dictionary(french, async () => (await import('./messages/en/rota')).rota);

export type RotaTexts = ReturnType<typeof rota>;
