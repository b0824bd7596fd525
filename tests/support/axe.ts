import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Another theme is the same page in other colours: only these can find there what they did not before. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** A page, or a frame of one. */
interface Scripted {
  evaluate(script: string): Promise<unknown>;
}

/**
 * What axe finds, each with the parts it is about. All its rules are asked in the default theme, which
 * each page is to be seen in once; in another theme those of colours alone.
 */
export async function axeFindings(
  where: Scripted,
  given: { theme?: string; within?: string; but?: string } = {},
): Promise<unknown> {
  if ((await where.evaluate('typeof axe')) === 'undefined') await where.evaluate(axe);
  // Movement would make a colour of the way, not of the page.
  await where.evaluate('Promise.all(document.getAnimations().map((a) => a.finished))');
  const parts = {
    include: [[given.within ?? 'html']],
    ...(given.but !== undefined && { exclude: [[given.but]] }),
  };
  const rules = (given.theme ?? 'default') === 'default' ? {} : { runOnly: ofColours };
  const options = { ...rules, resultTypes: ['violations'] };
  return where.evaluate(
    `axe.run(${JSON.stringify(parts)}, ${JSON.stringify(options)}).then(({ violations }) => violations.map(
      ({ id, nodes }) => id + ': ' + nodes.slice(0, 5).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  );
}
