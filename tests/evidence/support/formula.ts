import type { Value, Workbook } from './workbook.ts';

type Result = Value | undefined | readonly (Value | undefined)[];

/** What a cell comes to: a second reading of the few functions that the pack's formulas use. */
export function cellValue(book: Workbook, sheet: string, address: string): Value | undefined {
  const cell = book.get(sheet)?.get(address);
  if (cell?.formula === undefined) return cell?.value;
  const result = evaluate(book, sheet, cell.formula.replace(/^=/, ''));
  if (Array.isArray(result)) throw new Error('a cell holds one value');
  return result as Value | undefined;
}

const tokens =
  /\s*("(?:[^"]|"")*"|(?:'[^']+'|[A-Za-z0-9]+)!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?(?![A-Z(])|[A-Z]+|\d+(?:\.\d+)?|<=|>=|<>|[-+*&=<>(),])/y;

function evaluate(book: Workbook, sheet: string, text: string): Result {
  const read: string[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.length) {
    const at = tokens.lastIndex;
    const found = tokens.exec(text);
    if (found?.[1] === undefined) throw new Error(`can’t read ${text.slice(at)}`);
    read.push(found[1]);
  }
  let next = 0;
  const take = (): string => read[next++] ?? '';

  function compared(): Result {
    let left = joined();
    while (['=', '<', '>', '<=', '>=', '<>'].includes(read[next] ?? '')) {
      const sign = take();
      const right = joined();
      left = merged(left, right, (a, b) => compare(a, sign, b));
    }
    return left;
  }
  function joined(): Result {
    let left = added();
    while (read[next] === '&') {
      take();
      left = merged(left, added(), (a, b) => `${a ?? ''}${b ?? ''}`);
    }
    return left;
  }
  function added(): Result {
    let left = multiplied();
    while (read[next] === '+') {
      take();
      left = merged(left, multiplied(), (a, b) => Number(a ?? 0) + Number(b ?? 0));
    }
    return left;
  }
  function multiplied(): Result {
    let left = single();
    while (read[next] === '*') {
      take();
      left = merged(left, single(), (a, b) => Number(a ?? 0) * Number(b ?? 0));
    }
    return left;
  }
  function single(): Result {
    const token = take();
    if (token === '-') return merged(single(), 0, (a) => -Number(a ?? 0));
    if (token === '(') {
      const inside = compared();
      take();
      return inside;
    }
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return Number(token);
    if (token === 'FALSE') return false;
    if (read[next] === '(') return called(token);
    return referred(book, sheet, token);
  }
  function called(name: string): Result {
    const given: Result[] = [];
    take();
    while (read[next] !== ')') {
      given.push(compared());
      if (read[next] === ',') take();
    }
    take();
    return call(name, given);
  }

  const result = compared();
  if (next !== read.length) throw new Error(`can’t read the rest of ${text}`);
  return result;
}

function referred(book: Workbook, here: string, token: string): Result {
  const [, quoted, plain, from = '', to] =
    /^(?:'([^']+)'!|([A-Za-z0-9]+)!)?([A-Z]+\d+)(?::([A-Z]+\d+))?$/.exec(
      token.replaceAll('$', ''),
    ) ?? [];
  const sheet = quoted ?? plain ?? here;
  if (book.get(sheet) === undefined) throw new Error(`there is no sheet ${sheet}`);
  if (to === undefined) return cellValue(book, sheet, from);
  const column = from.replace(/\d+/, '');
  const [first, last] = [from, to].map((address) => Number(address.replace(/\D+/, '')));
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) =>
    cellValue(book, sheet, `${column}${(first ?? 0) + index}`),
  );
}

function call(name: string, given: readonly Result[]): Result {
  const [first, second, third] = given;
  switch (name) {
    case 'IF':
      return first === true ? second : third;
    case 'AND':
      return given.every((each) => each === true);
    case 'MIN':
      return Math.min(...numbers(first), ...(numbers(first).length === 0 ? [0] : []));
    case 'COUNTA':
      return list(first).filter((value) => value !== undefined).length;
    case 'DATE':
      return Date.UTC(Number(first), Number(second) - 1, Number(third)) / 86_400_000 + 25_569;
    case 'EXACT':
      return merged(first ?? '', second ?? '', (a, b) => (a ?? '') === (b ?? ''));
    case 'SUMPRODUCT':
      return list(first)
        .map((_, index) => given.reduce<number>((sum, row) => sum * Number(list(row)[index]), 1))
        .reduce((sum, product) => sum + product, 0);
    case 'COUNTIF':
    case 'COUNTIFS': {
      const pairs = given.flatMap((_, index) => (index % 2 === 0 ? [index] : []));
      return list(first).filter((_, row) =>
        pairs.every((index) => fits(list(given[index])[row], given[index + 1])),
      ).length;
    }
    default:
      throw new Error(`there is no function ${name}`);
  }
}

/** COUNTIF's criteria: a sign and a number, the two marks for any text, or the value itself. */
function fits(value: Value | undefined, wanted: Result): boolean {
  const [, sign, rest] = /^(<=|>=|<|>)(.*)$/.exec(String(wanted)) ?? [];
  if (sign !== undefined) return typeof value === 'number' && compare(value, sign, Number(rest));
  if (wanted === '?*') return typeof value === 'string' && value !== '';
  return value === wanted;
}

function compare(a: Value | undefined, sign: string, b: Value | undefined): boolean {
  const [left, right] = [a ?? 0, b ?? 0];
  switch (sign) {
    case '=':
      return left === right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '>':
      // Excel holds any text above any number.
      return typeof left === typeof right ? left > right : typeof left === 'string';
    default:
      return left !== right;
  }
}

function merged(
  a: Result,
  b: Result,
  merge: (a: Value | undefined, b: Value | undefined) => Value,
): Result {
  if (!isList(a) && !isList(b)) return merge(a, b);
  const length = Math.max(list(a).length, list(b).length);
  const at = (result: Result, index: number) => (isList(result) ? result[index] : result);
  return Array.from({ length }, (_, index) => merge(at(a, index), at(b, index)));
}

function isList(result: Result): result is readonly (Value | undefined)[] {
  return Array.isArray(result);
}

function list(result: Result): readonly (Value | undefined)[] {
  return isList(result) ? result : [result];
}

function numbers(result: Result): number[] {
  return list(result).filter((value) => typeof value === 'number');
}
