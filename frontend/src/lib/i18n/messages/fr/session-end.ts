import { frenchCount } from '../../plural';

export const sessionEnd = {
  title: 'Votre session se termine bientôt',
  lead: (minutes: number) =>
    minutes === 0
      ? 'Elle peut se terminer à tout moment. Ce qui n’est pas enregistré serait alors perdu.'
      : `Sans action de votre part, elle se termine dans ${frenchCount(minutes, 'minute', 'minutes')}. Ce qui n’est pas enregistré serait alors perdu.`,
  stay: 'Rester connecté',
  leave: 'Se déconnecter',
};
