import type { UrlObject } from 'node:url'
import type { Route } from 'next'

/** Where a link may go: a typed route, or a path with its query in parts. */
export type Href = Route | UrlObject
