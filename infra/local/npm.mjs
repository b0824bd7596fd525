// Plain JavaScript for any Node from 18 on: this runs before the project's own Node is there.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const windows = process.platform === 'win32';

/** npm as it runs us, or as it lies beside Node, without a shell; else whatever goes by that name. */
export function npmCommand() {
  const node = process.env.npm_node_execpath ?? process.execPath;
  const besideNode = windows
    ? join(dirname(node), 'node_modules', 'npm', 'bin', 'npm-cli.js')
    : join(dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const cli = [process.env.npm_execpath, besideNode].find(
    (path) => path !== undefined && path.endsWith('npm-cli.js') && existsSync(path),
  );
  return cli === undefined
    ? { file: 'npm', args: [], shell: windows }
    : { file: node, args: [cli], shell: false };
}
