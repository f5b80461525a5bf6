import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv';

describe('a list as a file', () => {
  it('is what Excel opens in French', () => {
    expect(writeCsv(['Nom', 'Rang'], [['Jardin d’enfants', '2']])).toBe('\ufeff"Nom";"Rang"\r\n"Jardin d’enfants";"2"\r\n');
  });

  it('keeps separators, quotes and lines inside their cell', () => {
    expect(writeCsv(['a'], [['un; deux'], ['dit « "oui" »'], ['haut\nbas']])).toBe(
      '\ufeff"a"\r\n"un; deux"\r\n"dit « ""oui"" »"\r\n"haut\nbas"\r\n',
    );
  });

  it.each(['=1+1', '+33 4 71', '-2', '@a', '\tx'])('lets nothing be calculated: %j', (text) => {
    expect(writeCsv([], [[text]])).toContain(`"'${text}"`);
  });
});
