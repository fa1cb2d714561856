import { describe, expect, it } from 'vitest';
import { judgeText } from '../../../src/stages/text/sanity.ts';

const often = (text: string): string => Array.from({ length: 12 }, () => text).join(' ');

describe('whether text can be trusted', () => {
  it.each([
    ['German', 'Die Übungsaufgaben werden während der Vorlesung besprochen'],
    ['Polish', 'Wszystkie przedsiębiorstwa muszą przestrzegać przepisów'],
    ['Czech', 'Společnost čtvrtletně předkládá zprávu o vývoji průmyslu'],
    ['Welsh', 'Mae pob gwlad yn cydweithredu gyda llywodraeth Cymru'],
    ['Russian', 'Настоящий договор вступает в силу со дня подписания'],
    ['Japanese', '日本国憲法は国の最高法規である'],
  ])('%s is trusted', (_, text) => {
    expect(judgeText(often(text), 0).garbled).toBe(false);
  });

  it('a page of numbers and short codes is trusted', () => {
    expect(judgeText(often('USD 1.204,33 KRW PLN 17 BXT 2026-03-01'), 0).garbled).toBe(false);
  });

  it('pieces of tall brackets from the Symbol font have a meaning', () => {
    expect(judgeText('\uf8eb\uf8ec\uf8ed x', 0).unmapped).toBe(0);
  });

  it('text whose codes are glyph numbers, 29 below the letters, is not trusted', () => {
    const shifted = often('Whereas the parties wish to exchange information').replace(/\S/g, (c) => String.fromCharCode(c.charCodeAt(0) - 29));
    expect(judgeText(shifted, 0)).toMatchObject({ garbled: true });
  });

  it('text whose letters were exchanged for others is not trusted', () => {
    const order = 'qzjxkvbpygfwmucldrhsniotae';
    const exchanged = often('The supplier shall deliver the goods within thirty days of the order').replace(
      /[a-z]/gi,
      (c) => order[c.toLowerCase().charCodeAt(0) - 97] ?? c,
    );
    expect(judgeText(exchanged, 0)).toMatchObject({ garbled: true });
  });

  it('text that is all signs is not trusted, but leaders and rules are none', () => {
    expect(judgeText(often('!"# $%&\' ()*+ ,-./'), 0).garbled).toBe(true);
    expect(judgeText(`Chapter one ${'.'.repeat(80)} 12\n${'_'.repeat(60)}\nName`, 0).garbled).toBe(false);
  });

  it('counts what had to be taken out', () => {
    expect(judgeText('abcdefgh', 2)).toMatchObject({ characters: 10, unmapped: 0.2, garbled: true });
  });
});
