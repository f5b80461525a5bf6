export const rota = {
  title: 'Planning',
};
