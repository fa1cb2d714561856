import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSensible, judgeWords } from '../../src/language/sane-words.ts';

const shareOf = (text: string): number => {
  const { words, sane } = judgeWords(text);
  return sane / words;
};

describe('words that could be some', () => {
  it.each([
    ['Dutch', 'De vergadering kijkt naar de wijzigingen, die bedrijven lijken te krijgen'],
    ['Finnish', 'Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan'],
    ['Hungarian', 'Minden emberi lény szabadon születik és egyenlő méltósága van'],
    ['Vietnamese', 'Tất cả mọi người sinh ra đều được tự do và bình đẳng'],
    ['Arabic', 'يولد جميع الناس أحراراً متساوين في الكرامة والحقوق'],
    ['Hebrew', 'כל בני האדם נולדו בני חורין ושווים בערכם'],
    ['Hindi', 'सभी मनुष्यों को गौरव और अधिकारों के मामले में'],
    ['Thai', 'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกัน'],
    ['Greek', 'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι'],
    ['Korean', '모든 인간은 태어날 때부터 자유로우며'],
    ['capitals', 'TOTAL AMOUNT DUE INCLUDING SALES TAX'],
    ['an address', 'McDonald & Sons, 12-14 High St., info@example.org, www.example.org/about'],
  ])('are all of %s', (_, text) => {
    expect(shareOf(text)).toBeGreaterThan(0.95);
  });

  it.each([
    ['codes', 'BXT17 QRZ-5 A4 H2O 3X'],
    ['single letters and signs', 'a b c – • | ( ) x'],
  ])('%s are no evidence', (_, text) => {
    const { words, sane } = judgeWords(text);
    expect(words).toBe(sane);
    expect(words).toBeLessThan(2);
  });

  it('numbers are counted apart', () => {
    expect(judgeWords('1.204,33 17 2026-03-01 99% Total 5')).toEqual({ words: 1, sane: 1, numbers: 7 });
    expect(countSensible('1.204,33 17 Total 5')).toBe(4);
  });

  it('are not what a bad recognition leaves', () => {
    expect(shareOf('wi|l T^eoneetit c0rrect th;s lll tHe k8p_{_^V»vfeH_8_v IttvfxStcnt')).toBeLessThan(0.3);
  });

  it('are counted by the character where a script has no spaces, since a recognition puts some in', () => {
    expect(judgeWords('日本国憲法')).toEqual({ words: 2.5, sane: 2.5, numbers: 0 });
    expect(judgeWords('日本国 憲法')).toEqual({ words: 2.5, sane: 2.5, numbers: 0 });
  });

  it('are never more than there are words, whatever the text', () => {
    const anything = fc.uint16Array({ maxLength: 200 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(anything, (text) => {
        const { words, sane, numbers } = judgeWords(text);
        expect(sane).toBeLessThanOrEqual(words);
        expect(words + numbers).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
