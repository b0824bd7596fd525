// Loaded into Microsoft's Agents Playground before it starts: keeps it on this computer, and ends
// it when whoever started it is gone, on Windows too, where signals don't travel.
import { Server } from 'node:net';

// npx, which carries it here, runs on the same setting and is left alone.
if (/agentsplayground|teamsapptester/.test(process.argv[1] ?? '')) {
  const { listen } = Server.prototype;
  Server.prototype.listen = function onThisComputer(port, ...rest) {
    const where = typeof port === 'object' ? [{ ...port, host: '127.0.0.1' }] : [port, '127.0.0.1'];
    return listen.call(this, ...where, ...rest.filter((each) => typeof each === 'function'));
  };
  process.stdin.on('end', () => process.exit(0)).resume();
}
