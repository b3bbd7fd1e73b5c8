import { readFileSync } from 'node:fs'

/** What Next draws when nothing else can; no address leads there. */
const withoutAddress = ['/_global-error']

/** Every page route of the build there is. */
export function listPageRoutes(): string[] {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync('.next/app-path-routes-manifest.json', 'utf8'),
  )
  return Object.entries(manifest)
    .filter(([file, route]) => file.endsWith('/page') && !withoutAddress.includes(route))
    .map(([, route]) => route)
    .sort()
}

/** The route that answers a path: the one without a parameter before the others, as Next does. */
export function routeOf(pathname: string, routes: readonly string[]): string | undefined {
  if (routes.includes(pathname)) return pathname
  return routes.find((route) => {
    const pattern = route.replaceAll(/\[[^\]]+\]/g, '[^/]+')
    return new RegExp(`^${pattern}$`).test(pathname)
  })
}
