import type { Declared, Expression } from './bicep.ts';
import { bicepFiles } from './deployment.ts';

/** Every resource of a type, whatever its version and file. */
export function resources(type: string): Declared[] {
  return [...bicepFiles.values()].flatMap((file) =>
    file.resources.filter(({ of }) => of.split('@')[0] === type),
  );
}

/** The one resource of a type. */
export function only(type: string): Declared {
  const [found, ...others] = resources(type);
  if (!found || others.length > 0) throw new Error(`there is not one ${type}`);
  return found;
}

/** What stands at a place (`properties.siteConfig.alwaysOn`), as plain data; references as `→ name`. */
export function at(resource: Declared, place: string): unknown {
  const start = resource.value?.kind === 'loop' ? resource.value.body : resource.value;
  const reached = place
    .split('.')
    .reduce<Expression | undefined>(
      (value, name) => (value?.kind === 'object' ? value.properties.get(name) : undefined),
      start,
    );
  return reached && plain(reached);
}

export function plain(value: Expression): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'bool':
      return value.is;
    case 'null':
      return null;
    case 'object':
      return Object.fromEntries([...value.properties].map(([key, each]) => [key, plain(each)]));
    case 'array':
      return value.items.map(plain);
    case 'reference':
      return `→ ${value.path.join('.')}`;
    case 'call':
      return value.name === 'concat'
        ? value.arguments.flatMap((each) => plain(each))
        : `→ ${value.name}()`;
    case 'choice':
      return [plain(value.yes), plain(value.no)];
    case 'loop':
    case 'other':
      return `→ ${value.kind}`;
  }
}
