/**
 * The path of a request, as every router understands it alike.
 * @returns Null where one that resolves `..`, `\` or `//` would come out elsewhere than one that doesn't: who decides by the
 * beginning of a path may then be passed by.
 */
export function plainPath(url: string): string | null {
  const path = url.split(/[?#]/)[0] ?? '';
  const isPlain = path.startsWith('/') && !/^\/\/|\\|\/(\.|%2e){1,2}(\/|$)/i.test(path);
  return isPlain ? path : null;
}
