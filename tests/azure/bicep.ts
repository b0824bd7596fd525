import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** A value as it is written, as far as reading it alone can tell. */
export type Expression =
  | { kind: 'text'; text: string; whole: boolean }
  | { kind: 'number'; number: number }
  | { kind: 'bool'; is: boolean }
  | { kind: 'null' }
  | { kind: 'object'; properties: ReadonlyMap<string, Expression> }
  | { kind: 'array'; items: readonly Expression[] }
  | { kind: 'loop'; variable: string; over: Expression; body: Expression }
  | { kind: 'choice'; yes: Expression; no: Expression }
  | { kind: 'call'; name: string; arguments: readonly Expression[] }
  | { kind: 'reference'; path: readonly string[] }
  | { kind: 'other'; parts: readonly Expression[] };

export interface Declared {
  readonly symbol: string;
  /** `Microsoft.Web/sites@2024-11-01`, a module's path, or the type of a parameter or an output. */
  readonly of: string;
  readonly value: Expression | undefined;
  /** What decides whether it is made at all. */
  readonly onlyIf?: Expression;
}

export interface BicepFile {
  readonly text: string;
  readonly parameters: readonly Declared[];
  readonly variables: readonly Declared[];
  readonly resources: readonly Declared[];
  readonly modules: readonly Declared[];
  readonly outputs: readonly Declared[];
  /** Line numbers that the grammar can't read. */
  readonly unreadable: readonly number[];
}

const require = createRequire(import.meta.url);
const grammar = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');

export async function createBicepReader(): Promise<(text: string) => BicepFile> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(grammar)));
  return (text) => {
    const tree = parser.parse(text);
    if (!tree) throw new Error('the parser gave up');
    const root = tree.rootNode;
    const of = (type: string) => root.namedChildren.filter((node) => node?.type === type);
    const all = (type: string) => of(type).flatMap((node) => (node ? [declared(node)] : []));
    return {
      text,
      parameters: all('parameter_declaration'),
      variables: all('variable_declaration'),
      resources: all('resource_declaration'),
      modules: all('module_declaration'),
      outputs: all('output_declaration'),
      unreadable: brokenLines(root),
    };
  };
}

function parts(node: Node): Node[] {
  return node.namedChildren.flatMap((child) => (child && child.type !== 'comment' ? [child] : []));
}

function declared(node: Node): Declared {
  const [symbol, second, third] = parts(node);
  const name = symbol?.text ?? '';
  if (node.type === 'variable_declaration') {
    return { symbol: name, of: 'var', value: second && read(second) };
  }
  const of = second?.type === 'string' ? written(second).text : (second?.text ?? '');
  if (third?.type === 'if_statement') {
    const [condition, body] = parts(third);
    return {
      symbol: name,
      of,
      value: body && read(body),
      ...(condition && { onlyIf: read(condition) }),
    };
  }
  return { symbol: name, of, value: third && read(third) };
}

function read(node: Node): Expression {
  const inside = parts(node);
  const [first, second, third] = inside;
  switch (node.type) {
    case 'string':
      return { kind: 'text', ...written(node) };
    case 'number':
      return { kind: 'number', number: Number(node.text) };
    case 'boolean':
      return { kind: 'bool', is: node.text === 'true' };
    case 'null':
      return { kind: 'null' };
    case 'identifier':
      return { kind: 'reference', path: [node.text] };
    case 'parenthesized_expression':
      return first ? read(first) : other(inside);
    case 'member_expression': {
      const object = first && read(first);
      if (object?.kind !== 'reference' || !second) return other(inside);
      return { kind: 'reference', path: [...object.path, second.text] };
    }
    case 'call_expression':
      return {
        kind: 'call',
        name: first?.text ?? '',
        arguments: second ? parts(second).map(read) : [],
      };
    case 'ternary_expression':
      return second && third
        ? { kind: 'choice', yes: read(second), no: read(third) }
        : other(inside);
    case 'for_statement':
      return first && second && third
        ? { kind: 'loop', variable: first.text, over: read(second), body: read(third) }
        : other(inside);
    case 'array':
      return { kind: 'array', items: inside.map(read) };
    case 'object':
      return { kind: 'object', properties: new Map(inside.map(property)) };
    default:
      return other(inside);
  }
}

function other(inside: readonly Node[]): Expression {
  return { kind: 'other', parts: inside.map(read) };
}

function property(node: Node): [string, Expression] {
  const [key, value] = parts(node);
  const name = key?.type === 'string' ? written(key).text : (key?.text ?? '');
  return [name, value ? read(value) : { kind: 'null' }];
}

/** `whole`: nothing is put into it when it is deployed. What is put in stands as `${…}`. */
function written(node: Node): { text: string; whole: boolean } {
  const pieces = parts(node);
  return {
    text: pieces.map(({ text }) => text).join(''),
    whole: pieces.every(({ type }) => type !== 'interpolation'),
  };
}

function brokenLines(node: Node): number[] {
  const here = node.isError || node.isMissing ? [node.startPosition.row + 1] : [];
  return [...here, ...node.children.flatMap((child) => (child ? brokenLines(child) : []))];
}
