import type { BicepFile, Declared, Expression } from './bicep.ts';
import type { BodyType, ObjectType, ResourceType, ResourceTypes } from './resource-types.ts';

/** What Bicep itself reads of a resource, beside what its type has. */
const ofBicep = new Set(['parent', 'scope', 'dependsOn']);

type Loops = ReadonlyMap<string, Expression>;
type Property = ObjectType['properties'][number];

/** Every property, required one and value of every resource that Microsoft's types would refuse. */
export function typeFaults(file: BicepFile, types: ResourceTypes): string[] {
  return file.resources.flatMap((resource) => {
    const type = types.get(resource.of.toLowerCase());
    if (!type) return [`${resource.symbol}: no such type as ${resource.of}`];
    return createChecker(file, type)(resource);
  });
}

function createChecker(file: BicepFile, type: ResourceType) {
  const variables = new Map(file.variables.map((each) => [each.symbol, each.value]));
  const parameters = new Map(file.parameters.map((each) => [each.symbol, each.of]));

  /** What an expression may turn out to be; none where reading alone can't tell. */
  function outcomes(value: Expression, loops: Loops): Expression[] {
    if (value.kind === 'choice') {
      return [...outcomes(value.yes, loops), ...outcomes(value.no, loops)];
    }
    if (value.kind === 'call' && value.name === 'concat') {
      return value.arguments.flatMap((each) => outcomes(each, loops));
    }
    if (value.kind === 'call' || value.kind === 'other') return [];
    if (value.kind !== 'reference') return [value];
    const [symbol = '', ...path] = value.path;
    const over = loops.get(symbol);
    const starts = over ? itemsOf(over, loops) : outcomesOf(variables.get(symbol), loops);
    return path.reduce<Expression[]>(
      (reached, name) =>
        reached.flatMap((each) =>
          each.kind === 'object' ? outcomesOf(each.properties.get(name), loops) : [],
        ),
      starts,
    );
  }
  const outcomesOf = (value: Expression | undefined, loops: Loops) =>
    value ? outcomes(value, loops) : [];
  const itemsOf = (list: Expression, loops: Loops) =>
    outcomes(list, loops).flatMap((each) => (each.kind === 'array' ? each.items : []));

  function checkValue(value: Expression, wanted: string, where: string, loops: Loops): string[] {
    if (value.kind === 'reference' && value.path.length === 1) {
      const given = parameters.get(value.path[0] ?? '');
      if (given !== undefined) {
        return takes(wanted, given) ? [] : [`${where}: takes ${wanted}, not ${given}`];
      }
    }
    return outcomes(value, loops).flatMap((each) => checkOne(each, wanted, where, loops));
  }

  function checkOne(value: Expression, wanted: string, where: string, loops: Loops): string[] {
    if (wanted === 'any') return [];
    if (value.kind === 'loop') {
      const inside = new Map([...loops, [value.variable, value.over]]);
      return wanted.endsWith('[]')
        ? checkValue(value.body, wanted.slice(0, -2), where, inside)
        : [`${where}: takes ${wanted}, not a list`];
    }
    if (value.kind === 'array') {
      return wanted.endsWith('[]')
        ? value.items.flatMap((each) => checkValue(each, wanted.slice(0, -2), where, loops))
        : [`${where}: takes ${wanted}, not a list`];
    }
    const choices = wanted.split(' | ');
    if (value.kind === 'object') {
      const body = choices.flatMap((each) => type.named.get(each) ?? [])[0];
      return body
        ? checkObject(value.properties, body, where, loops)
        : [`${where}: takes ${wanted}, not an object`];
    }
    if (value.kind === 'text') {
      if (choices.includes('string') || (value.whole && choices.includes(value.text))) return [];
      return [`${where}: takes ${wanted}, not '${value.text}'`];
    }
    if (value.kind === 'number')
      return choices.includes('int') ? [] : [`${where}: takes ${wanted}, not a number`];
    if (value.kind === 'bool')
      return choices.includes('bool') ? [] : [`${where}: takes ${wanted}, not true or false`];
    return [];
  }

  function checkObject(
    given: ReadonlyMap<string, Expression>,
    body: BodyType,
    where: string,
    loops: Loops,
  ): string[] {
    const chosen = chosenBy(given, body);
    if (typeof chosen === 'string') return [`${where}: ${chosen}`];
    const known = new Map(chosen.properties.map((each) => [each.name, each]));
    const missing = chosen.properties
      .filter(({ name, flags = '' }) => flags.includes('Required') && !given.has(name))
      .map(({ name }) => `${where}: ${name} is required`);
    const wrong = [...given].flatMap(([name, value]) => {
      const place = `${where}.${name}`;
      const property = known.get(name);
      if (property?.flags?.includes('ReadOnly')) return [`${place}: can’t be set`];
      const wanted = property?.type ?? chosen.others;
      if (wanted === undefined) return [`${place}: no such property`];
      return checkValue(value, wanted, place, loops);
    });
    return [...missing, ...wrong];
  }

  return (resource: Declared): string[] => {
    const loop = resource.value?.kind === 'loop' ? resource.value : undefined;
    const loops: Loops = loop ? new Map([[loop.variable, loop.over]]) : new Map();
    const body = loop ? loop.body : resource.value;
    if (body?.kind !== 'object') return [`${resource.symbol}: no body`];
    const given = new Map([...body.properties].filter(([name]) => !ofBicep.has(name)));
    return checkObject(given, type.body, resource.symbol, loops);
  };
}

/** The properties that hold here: where a property chooses between several shapes, those of its choice. */
function chosenBy(
  given: ReadonlyMap<string, Expression>,
  body: BodyType,
): string | { properties: readonly Property[]; others: string | undefined } {
  if (body.$type === 'Object') {
    return { properties: body.properties, others: body.additionalPropertiesType };
  }
  const choice = given.get(body.discriminator);
  const text = choice?.kind === 'text' ? choice.text : undefined;
  const element = body.elements.find(({ properties }) =>
    properties.some(({ name, type }) => name === body.discriminator && type === text),
  );
  return element
    ? {
        properties: [...body.baseProperties, ...element.properties],
        others: element.additionalPropertiesType,
      }
    : `${body.discriminator} must choose one of its shapes`;
}

function takes(wanted: string, given: string): boolean {
  if (wanted === 'any' || given === 'object') return true;
  if (given === 'array') return wanted.endsWith('[]');
  const choices = wanted.split(' | ');
  // A parameter's own list of values is narrower than a text, and is held by its own test.
  if (given === 'string') return choices.some((each) => each !== 'int' && each !== 'bool');
  return choices.includes(given);
}
