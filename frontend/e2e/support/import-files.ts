import { workbookWith } from './workbook';

/** A file as the page's own field takes it. */
export interface Sent {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const file = (name: string, content: string | Buffer): Sent => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

const csv = (name: string, ...lines: string[]) => file(name, lines.join('\r\n') + '\r\n');

/** Three children who are not in the demo house; last names, so that two journeys in one house do not meet. */
export const firstList = (a: string, b: string, c: string) =>
  csv('enfants.csv', 'Nom;Prénom;Année de naissance;Secteur', `${a};Maëlle;2014;Nord`, `${b};Zoé;2015;Sud`, `${c};Timothée;2013;Nord`);

/** The next list: a header nobody knows, somebody changed, somebody unchanged, somebody new, somebody written otherwise, and a mistake. */
export const nextList = (a: string, b: string, c: string) =>
  csv(
    'enfants-octobre.csv',
    'Nom;Prénom;Année de naissance;Quartier',
    `${a};Maëlle;2014;Ouest`,
    `${b};Zoé;2015;Sud`,
    'Cerisier;Lou;2016;Est',
    `${c.toUpperCase()};Timothee;2013;Nord`,
    'Dahlia;Ugo;vers 2012;Nord',
  );

export const genericList = csv('liste.csv', 'Nom;Adresse', 'École des Acacias;1, rue du Bourg');

/** More rows than one page of the table shows. */
export const longList = csv(
  'longue.csv',
  'Nom;Prénom;Année de naissance',
  ...Array.from({ length: 1234 }, (_, index) => `Nouveau ${index};Zoé;2014`),
);

const megabytes = 1 << 20;
const inlineRow = (cell: string) => `<row>${cell}</row>`;
const textCell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** Files nobody can read, with the sentence each one gets. */
export function wrongFiles(wholeWorkbook: Buffer): [Sent, RegExp][] {
  const locked = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  return [
    [file('liste.xlsx', '%PDF-1.7\n%âãÏÓ'), /^Ce fichier est un PDF, quel que soit son nom\./],
    [file('coupé.xlsx', wholeWorkbook.subarray(0, wholeWorkbook.length / 2)), /^Ce fichier est incomplet\./],
    [file('secret.xlsx', locked), /^Ce classeur est protégé par un mot de passe\./],
    [file('bombe.xlsx', workbookWith('<row></row>'.repeat(11 * megabytes))), /^Une fois décompressé, ce fichier est beaucoup trop grand\./],
    [file('vide.csv', ' \r\n'), /^Ce fichier est vide\./],
    [file('lettre.txt', 'Chère collègue,\nvoici la liste.\n'), /^Aucune colonne de ce fichier n’est connue\./],
  ];
}

/** A workbook whose cells are formulas that were never computed. */
export const formulas = file(
  'formules.xlsx',
  workbookWith(
    inlineRow(['Nom', 'Prénom', 'Année de naissance'].map(textCell).join('')) +
      inlineRow(`${textCell('Fougère')}<c><f>A1&amp;B1</f></c><c><f>2000+14</f></c>`),
  ),
);
