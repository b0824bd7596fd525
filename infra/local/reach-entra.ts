import http from 'node:http';
import https from 'node:https';

const microsofts = 'login.microsoftonline.com';

/**
 * Microsoft's sign-in library takes no address without https and trusts none but Microsoft's own. So
 * in this process what it asks of them goes to the practice issuer; the bot's code stays as it is.
 */
export function reachPracticeEntra(issuer: string): void {
  const { request } = https;
  const { hostname, port, pathname } = new URL(issuer);
  function instead(...asked: unknown[]): unknown {
    const [options] = asked;
    if (!isToMicrosoft(options)) return Reflect.apply(request, https, asked);
    const { method, headers, path } = options;
    return http.request({ hostname, port, method, headers, path: `${pathname}${path}` });
  }
  Object.assign(https, { request: instead });
}

function isToMicrosoft(options: unknown): options is https.RequestOptions {
  return typeof options === 'object' && options !== null && 'hostname' in options
    ? options.hostname === microsofts
    : false;
}
