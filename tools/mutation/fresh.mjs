/** Loads anew, under the version of the module that asks, each module of the copy: a whole new domain in one process. */
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context);
  const version = context.parentURL === undefined ? null : new URL(context.parentURL).searchParams.get('version');
  if (version === null || !resolved.url.startsWith('file:') || resolved.url.includes('/node_modules/')) return resolved;
  return { ...resolved, url: `${resolved.url}?version=${version}` };
}
