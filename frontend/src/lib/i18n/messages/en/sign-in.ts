import type { signIn as french } from '../fr/sign-in';

export const signIn: typeof french = {
  title: 'sign-in',
};
