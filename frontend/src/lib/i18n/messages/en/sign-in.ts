import type { signIn as french } from '../fr/sign-in';

export const signIn: typeof french = {
  title: 'Sign in',
  lead: 'The rota of your service.',
  email: 'E-mail address',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  submit: 'Sign in',
  emailMissing: 'Write your e-mail address.',
  passwordMissing: 'Write your password.',
  refused: 'Unknown address or password. Check both, then try again.',
  demo: {
    title: 'Demonstration house',
    lead: 'Invented data. Enter without an account:',
    accounts: {
      manager: { role: 'Team manager', does: (name) => `${name} prepares the week.` },
      professional: { role: 'Professional', does: (name) => `${name} reads her week.` },
      coordinator: { role: 'Coordinator', does: (name) => `${name} brings partners together.` },
    },
  },
  foot: (version) => `Maillage ${version}, free software.`,
  otherLanguage: 'Français',
};
