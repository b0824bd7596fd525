import { strFromU8, unzipSync } from 'fflate';

export type Value = string | number | boolean;
export interface Cell {
  readonly value?: Value;
  readonly formula?: string;
  /** What a preview shows, which counts nothing. */
  readonly shown?: Value;
}
/** Cells by sheet and address: `book.get('Figures')?.get('E2')`. */
export type Workbook = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Reads a spreadsheet as its XML says it. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const files = unzipSync(bytes);
  const text = (path: string): string => {
    const file = files[path];
    if (file === undefined) throw new Error(`the spreadsheet has no ${path}`);
    return strFromU8(file);
  };
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>.*?<\/si>/gs)].map(([item]) =>
    unescaped([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, part]) => part).join('')),
  );
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name = '']) => unescaped(name),
  );
  return new Map(
    names.map((name, index) => {
      const cells = text(`xl/worksheets/sheet${index + 1}.xml`).matchAll(
        /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
      );
      return [
        name,
        new Map(
          [...cells].map(([, address = '', about = '', inside = '']): [string, Cell] => {
            const formula = /<f>(.*?)<\/f>/s.exec(inside)?.[1];
            const raw = /<v>(.*?)<\/v>/s.exec(inside)?.[1];
            if (formula !== undefined) {
              if (raw === undefined) return [address, { formula: unescaped(formula) }];
              const shown = about.includes('t="str"') ? unescaped(raw) : Number(raw);
              return [address, { formula: unescaped(formula), shown }];
            }
            if (raw === undefined) return [address, {}];
            const value = about.includes('t="s"') ? (shared[Number(raw)] ?? '') : Number(raw);
            return [address, { value }];
          }),
        ),
      ];
    }),
  );
}
