/** Who may frame the tab: Teams and Microsoft 365, as Microsoft publishes them, and its own origin. */
const frameAncestors = [
  "'self'",
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
].join(' ');

/** The tab loads and calls nothing but its own origin; no script or style stands in the page. */
export const tabPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${frameAncestors}`,
].join('; ');

/** On every answer. There is no X-Frame-Options: it knows no list, and Teams must frame the tab. */
export const everywhere: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  // Nothing here is for another site's page to take; framing is no taking, so Teams frames the tab.
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The app asks the browser for nothing. Not Cross-Origin-Opener-Policy: it would cut off the
  // window that Teams opens for a consent.
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
};
