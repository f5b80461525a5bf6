import { frenchCount, frenchForm } from '../../plural';

export const series = {
  title: 'Faire de même les autres semaines',
  open: 'Faire de même les autres semaines…',
  off: 'Autrement que dans la semaine type.',
  offWaiting: 'La semaine type la planifie.',
  scope: 'Ce changement vaut pour',
  scopes: { week: 'Cette semaine seulement', from: 'À partir de cette semaine', all: 'Toutes les semaines à venir' },
  which: 'Quelles semaines changent\u202f?',
  ordinary: 'Semaine type',
  thisWeek: 'Cette semaine',
  unplanned: 'pas planifiée',
  same: 'La semaine type la prévoit déjà ainsi. Il n’y a rien à faire.',
  follow: (count: number, from: string, to: string) => `${frenchCount(count, 'semaine change', 'semaines changent')}, du ${from} au ${to}`,
  proposed: (count: number, all: number) =>
    count === all
      ? `${frenchCount(count, 'semaine déjà modifiée reçoit', 'semaines déjà modifiées reçoivent')} une proposition`
      : `${count} déjà ${frenchForm(count, 'modifiée reçoit', 'modifiées reçoivent')} une proposition`,
  published: (count: number) => `${count} déjà ${frenchForm(count, 'publiée reste comme elle est', 'publiées restent comme elles sont')}`,
  none: 'Aucune des semaines déjà faites ne change',
  separator: '\u00a0; ',
  later: 'Les semaines suivantes seront faites ainsi.',
  created: (name: string, day: string) =>
    `Une nouvelle semaine type «\u00a0${name}\u00a0» vaut à partir du ${day}. L’actuelle garde les semaines d’avant.`,
  inDraft: (draft: number, name: string) =>
    `Quelqu’un prépare le brouillon ${draft} de «\u00a0${name}\u00a0»\u00a0: le changement y est inscrit. Les semaines suivent quand ce brouillon est publié.`,
  waits: (name: string) =>
    `Le changement attend dans un brouillon de «\u00a0${name}\u00a0». Les semaines suivent quand ce brouillon est publié.`,
  broken: 'Dans la semaine type, cela ne convient pas encore\u00a0:',
  impossible: 'Dans la semaine type, ce n’est pas possible\u00a0:',
  impossibleHelp: 'Faites d’abord de la place dans la semaine type, puis recommencez.',
  submit: 'Changer la semaine type',
  done: (name: string, version: number) => `«\u00a0${name}\u00a0» changée, version ${version}. Les autres semaines suivent.`,
  drafted: (name: string, draft: number) =>
    `Inscrit dans le brouillon ${draft} de «\u00a0${name}\u00a0». Publiez-le pour que les semaines suivent.`,
  openDraft: 'Ouvrir ce brouillon',
  openTemplate: 'Ouvrir la semaine type',
  undo: 'Annuler',
  undone: 'La semaine type est de nouveau comme avant.',
};
