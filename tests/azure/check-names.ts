import type { BicepFile, Expression } from './bicep.ts';

/** Bicep's own functions that stand here; one that isn't listed is taken for a mistake. */
const functions = new Set([
  'concat',
  'empty',
  'guid',
  'max',
  'resourceGroup',
  'string',
  'subscription',
  'subscriptionResourceId',
  'take',
  'uniqueString',
]);

/** Names that nothing declares, and modules that aren't given what they ask for. */
export function nameFaults(file: BicepFile, others: ReadonlyMap<string, BicepFile>): string[] {
  const { parameters, variables, resources, modules, outputs } = file;
  const all = [...parameters, ...variables, ...resources, ...modules, ...outputs];
  const symbols = new Set(
    [...parameters, ...variables, ...resources, ...modules].map(({ symbol }) => symbol),
  );
  const values = all.flatMap(({ value, onlyIf }) => [value, onlyIf].flatMap((each) => each ?? []));
  const undeclared = values.flatMap((value) => faultsIn(value, symbols));
  const unused = [...parameters, ...variables]
    .filter(({ symbol }) => !new RegExp(`\\b${symbol}\\b[^]*\\b${symbol}\\b`).test(file.text))
    .map(({ symbol }) => `${symbol} is used nowhere`);
  return [...undeclared, ...unused, ...moduleFaults(file, others)];
}

function faultsIn(value: Expression, symbols: ReadonlySet<string>): string[] {
  const inside = (each: Expression) => faultsIn(each, symbols);
  switch (value.kind) {
    case 'reference':
      return symbols.has(value.path[0] ?? '') ? [] : [`nothing is called ${value.path[0]}`];
    case 'call': {
      const unknown = functions.has(value.name) ? [] : [`no function is called ${value.name}`];
      return [...unknown, ...value.arguments.flatMap(inside)];
    }
    case 'text':
      return [...value.text.matchAll(/\$\{(\w+)/g)]
        .filter(([, name = '']) => !symbols.has(name))
        .map(([, name = '']) => `nothing is called ${name}`);
    case 'object':
      return [...value.properties].flatMap(([key, each]) => [
        ...inside({ kind: 'text', text: key, whole: false }),
        ...inside(each),
      ]);
    case 'array':
      return value.items.flatMap(inside);
    case 'loop':
      return [
        ...inside(value.over),
        ...faultsIn(value.body, new Set([...symbols, value.variable])),
      ];
    case 'choice':
      return [...inside(value.yes), ...inside(value.no)];
    case 'other':
      return value.parts.flatMap(inside);
    case 'number':
    case 'bool':
    case 'null':
      return [];
  }
}

function moduleFaults(file: BicepFile, others: ReadonlyMap<string, BicepFile>): string[] {
  return file.modules.flatMap(({ symbol, of, value }) => {
    const module = others.get(of);
    if (!module) return [`${symbol}: there is no ${of}`];
    const given = value?.kind === 'object' ? value.properties.get('params') : undefined;
    const names = given?.kind === 'object' ? [...given.properties.keys()] : [];
    const asked = new Map(module.parameters.map((each) => [each.symbol, each.value]));
    const outputs = new Set(module.outputs.map((each) => each.symbol));
    const read = [...file.text.matchAll(new RegExp(`\\b${symbol}\\.outputs\\.(\\w+)`, 'g'))];
    return [
      ...names.filter((name) => !asked.has(name)).map((name) => `${symbol}: takes no ${name}`),
      ...[...asked]
        .filter(([name, otherwise]) => otherwise === undefined && !names.includes(name))
        .map(([name]) => `${symbol}: is not given ${name}`),
      ...read
        .filter(([, name = '']) => !outputs.has(name))
        .map(([, name]) => `${symbol}: puts out no ${name}`),
    ];
  });
}
