import { describe, expect, test } from 'vitest';
import { photographedFields, tillFields, valuesByName } from '../../../support/till-receipt.ts';

const body = `
TAX INVOICE
Date: 07/03/2018
Tea              4.00
TOTAL            4.00
`;

function merchantOf(head: string, read = tillFields): { name: unknown; address: unknown } {
  const { merchant_name: name, merchant_address: address } = valuesByName(read(`\n${head}\n${body}`));
  return { name, address };
}

describe('The merchant of a receipt', () => {
  test('goes on in the next row when its legal form stands there', () => {
    expect(merchantOf('  GOLDEN LOTUS VEGETARIAN\n    RESTAURANT SDN BHD\n   (1234567-X)\n 5, JALAN MAWAR\n  43300 SERDANG').name).toBe(
      'GOLDEN LOTUS VEGETARIAN RESTAURANT SDN BHD',
    );
  });

  test('ends with its legal form, before the number of registration and the former name', () => {
    expect(merchantOf('  WELCOME TO BUDI STORES\n  BUDI RETAIL SB(123456-X) FKA OLD STORES SB\n 5, JALAN MAWAR\n  43300 SERDANG').name).toBe(
      'BUDI RETAIL SB',
    );
  });

  test('is below the note that somebody has put on the picture', () => {
    const head = '         lee mei ling\n\n\n  BINTANG HARDWARE TRADING\n  NO 4, JALAN MAWAR\n  43300 SERDANG';
    expect(merchantOf(head, photographedFields).name).toBe('BINTANG HARDWARE TRADING');
  });

  test('may have a word for streets in it, and a number of registration behind', () => {
    expect(merchantOf('  PLAZA BANDAR HARDWARE SDN BHD (234567 X)\n 5, JALAN MAWAR\n  43300 SERDANG').name).toBe('PLAZA BANDAR HARDWARE SDN BHD');
  });

  test('is not the company that an address names', () => {
    expect(merchantOf('  BINTANG TRADING\n 5, WISMA BUDI HOLDINGS BHD\n  43300 SERDANG').name).toBe('BINTANG TRADING');
  });

  test('may be written in small letters', () => {
    expect(merchantOf('      nordlys\n  14 Mill Lane\n  Ludlow SY8 1AA').name).toBe('nordlys');
  });

  test('is no note of a few letters where a logo was', () => {
    const page = `\n   ek\n  BINTANG TRADING\n  NO 4, JALAN MAWAR\n  43300 SERDANG\n${body}`;
    expect(valuesByName(photographedFields(page)).merchant_name).toBe('BINTANG TRADING');
  });

  test('has its legal form spelled as it should be when the photo has misread it', () => {
    expect(merchantOf('  BUDI STORES SON BHD\n 5, JALAN MAWAR\n  43300 SERDANG', photographedFields).name).toBe('BUDI STORES SDN BHD');
    expect(merchantOf('  BUDI STORES 5/B\n 5, JALAN MAWAR\n  43300 SERDANG', photographedFields).name).toBe('BUDI STORES S/B');
  });

  test('does not begin with the sign above it that says a part of it', () => {
    expect(merchantOf('  LOTUS\n  GOLDEN LOTUS SDN BHD\n 5, JALAN MAWAR\n  43300 SERDANG').name).toBe('GOLDEN LOTUS SDN BHD');
  });

  test('keeps a number that it begins with', () => {
    expect(merchantOf('  77 SPEEDY MART\n 5, JALAN MAWAR\n  43300 SERDANG').name).toBe('77 SPEEDY MART');
  });

  test('stands below its address on some receipts', () => {
    const head =
      '  UNIT 7, BLOCK Q,\n NO. 8, JALAN MAWAR, 43300 SERDANG\n Careline : 1800 55 0199\n BUDI RETAIL SB(123456-X)\n TAX REG ID 000123456789';
    expect(merchantOf(head)).toEqual({ name: 'BUDI RETAIL SB', address: 'UNIT 7, BLOCK Q, NO. 8, JALAN MAWAR, 43300 SERDANG' });
  });
});

describe('The address of a merchant', () => {
  test('begins below numbers of registration and ends above the telephone', () => {
    expect(
      merchantOf('  BINTANG TRADING\n (GST NO 000123456789)\n NO 4, JALAN MAWAR,\n  43300 SERDANG\n TEL: 03-8888 1234\n Open daily 9 to 5').address,
    ).toBe('NO 4, JALAN MAWAR, 43300 SERDANG');
  });

  test('ends before a telephone number in the same row', () => {
    expect(merchantOf('  BINTANG TRADING\n NO 4, JALAN MAWAR,\n  43300 SERDANG TEL: 03-8888 1234\n BRANCH 3').address).toBe(
      'NO 4, JALAN MAWAR, 43300 SERDANG',
    );
  });

  test('is without the dirt at the edges of the picture', () => {
    expect(merchantOf('  BINTANG TRADING\n|   NO 4, JALAN MAWAR,      .\n1      43300 SERDANG', photographedFields).address).toBe(
      'NO 4, JALAN MAWAR, 43300 SERDANG',
    );
  });
});
