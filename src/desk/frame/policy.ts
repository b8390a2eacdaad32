/**
 * What a page may load and do (Content-Security-Policy): what the house serves and nothing else, no script nor style
 * written in the page, no frame, no form that leaves but for the provider, whither those of login and logout are led.
 */
export function pagePolicy(provider = ''): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${provider}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
