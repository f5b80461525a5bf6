import { dictionary } from './dictionary.svelte';
import { signIn as french } from './messages/fr/sign-in';

export const signIn = dictionary(french, async () => (await import('./messages/en/sign-in')).signIn);
